import type { WheelMeaning } from '../topology/camera.ts';
import type { Prices } from '../capacity/compare/costs.ts';
import { applyTheme, type ThemeChoice } from '../theme/theme.ts';

interface Kept {
  theme: ThemeChoice;
  outlineWidth: number;
  inspectorWidth: number;
  failoverWidth: number;
  findingsHeight: number;
  outlineOpen: boolean;
  inspectorOpen: boolean;
  findingsOpen: boolean;
  /** Of what is bought by the piece, as the user states them. */
  prices: Prices;
  minimapOpen: boolean;
  /** What the mouse's wheel does to the drawing. */
  wheel: WheelMeaning;
  partsOpen: boolean;
}

const KEY = 'dagwright-preferences';
const narrow = typeof window !== 'undefined' && window.innerWidth < 1280;
const initial: Kept = {
  theme: 'system',
  outlineWidth: 232,
  inspectorWidth: 304,
  failoverWidth: 304,
  findingsHeight: 220,
  outlineOpen: true,
  inspectorOpen: !narrow,
  findingsOpen: true,
  prices: {},
  minimapOpen: true,
  wheel: 'pan',
  partsOpen: true,
};

/** How this person likes the window; nothing of any design. */
export class Preferences {
  values = $state<Kept>({ ...initial, ...stored() });

  set<K extends keyof Kept>(key: K, value: Kept[K]): void {
    this.values[key] = value;
    localStorage.setItem(KEY, JSON.stringify(this.values));
  }

  toggle(key: 'outlineOpen' | 'inspectorOpen' | 'findingsOpen' | 'minimapOpen' | 'partsOpen'): void {
    this.set(key, !this.values[key]);
  }

  setTheme(theme: ThemeChoice): void {
    this.set('theme', theme);
    applyTheme(theme);
  }

  /** Takes over the look that was chosen in another window. */
  followTheme(): void {
    const { theme } = stored();
    if (theme === undefined || theme === this.values.theme) return;
    this.values.theme = theme;
    applyTheme(theme);
  }
}

function stored(): Partial<Kept> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
