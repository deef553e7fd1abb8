import type { HardwareTemplate } from '../hardware/templates.ts';
import type { WheelMeaning } from '../topology/camera.ts';
import type { Prices } from '../capacity/compare/costs.ts';
import { numberFormats, storageUnits, type NumberFormat, type StorageUnits } from '../numbers/choices.ts';
import { writeNumbers } from '../numbers/chosen.svelte.ts';
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
  numberFormat: NumberFormat;
  storageUnits: StorageUnits;
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

type Look = Pick<Kept, 'theme' | 'contrast' | 'motion' | 'numberFormat' | 'storageUnits'>;

const KEY = 'dagwright-preferences';
const narrow = typeof window !== 'undefined' && window.innerWidth < 1280;
const initial: Kept = {
  theme: 'system',
  contrast: 'system',
  motion: 'system',
  numberFormat: 'comma',
  storageUnits: 'exchange',
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
    // What another window has set since stays as it is there.
    localStorage.setItem(KEY, JSON.stringify({ ...this.values, ...stored(), [key]: value }));
  }

  toggle(key: 'outlineOpen' | 'inspectorOpen' | 'findingsOpen' | 'minimapOpen' | 'partsOpen'): void {
    this.set(key, !this.values[key]);
  }

  /** Chooses something of the page's look. */
  setLook(look: Partial<Look>): void {
    Object.assign(this.values, look);
    localStorage.setItem(KEY, JSON.stringify({ ...this.values, ...stored(), ...look }));
    this.applyLook();
  }

  /** Makes the page look as this person likes it. */
  applyLook(): void {
    applyTheme(this.values.theme);
    applyContrast(this.values.contrast);
    applyMotion(this.values.motion);
    writeNumbers(this.values.numberFormat, this.values.storageUnits);
  }

  /** Takes over the look, the ways of writing and the templates that were chosen in another window. */
  follow(): void {
    const {
      theme,
      contrast,
      motion,
      numberFormat,
      storageUnits: units,
      hardwareTemplates,
    } = { ...this.values, ...stored() };
    Object.assign(this.values, { theme, contrast, motion, numberFormat, storageUnits: units, hardwareTemplates });
    this.applyLook();
  }
}

/** What of it must be one of these; anything else is as if nothing were kept. */
const choices: { readonly [K in keyof Kept]?: readonly Kept[K][] } = { numberFormat: numberFormats, storageUnits };

function stored(): Partial<Kept> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof value !== 'object' || value === null) return {};
    const allowed: Readonly<Record<string, readonly unknown[]>> = choices;
    return Object.fromEntries(Object.entries(value).filter(([key, kept]) => allowed[key]?.includes(kept) ?? true));
  } catch {
    return {};
  }
}
