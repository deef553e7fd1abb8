import type { HardwareTemplate } from '../hardware/templates.ts';
import type { WheelMeaning } from '../topology/camera.ts';
import type { Prices } from '../capacity/compare/costs.ts';
import {
  applyContrast,
  applyMotion,
  applyTheme,
  type ContrastChoice,
  type MotionChoice,
  type ThemeChoice,
} from '../theme/theme.ts';

interface Kept {
  theme: ThemeChoice;
  contrast: ContrastChoice;
  motion: MotionChoice;
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
  /** One's own server models that designs are begun with. */
  hardwareTemplates: readonly HardwareTemplate[];
}

type Look = Pick<Kept, 'theme' | 'contrast' | 'motion'>;

const KEY = 'dagwright-preferences';
const narrow = typeof window !== 'undefined' && window.innerWidth < 1280;
const initial: Kept = {
  theme: 'system',
  contrast: 'system',
  motion: 'system',
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
  hardwareTemplates: [],
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

  /** Chooses something of the page's look. */
  setLook(look: Partial<Look>): void {
    Object.assign(this.values, look);
    localStorage.setItem(KEY, JSON.stringify(this.values));
    this.applyLook();
  }

  /** Makes the page look as this person likes it. */
  applyLook(): void {
    applyTheme(this.values.theme);
    applyContrast(this.values.contrast);
    applyMotion(this.values.motion);
  }

  /** Takes over the look that was chosen in another window. */
  followLook(): void {
    const { theme = this.values.theme, contrast = this.values.contrast, motion = this.values.motion } = stored();
    Object.assign(this.values, { theme, contrast, motion });
    this.applyLook();
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
