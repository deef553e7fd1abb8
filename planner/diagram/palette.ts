/**
 * What a colour of the drawing means. A scene names roles only; a surface resolves them with one of the palettes here.
 * The same table stands in renderer/theme/tokens.css as custom properties (`preference1` is `--preference-1`), and a test
 * holds the two together.
 */
export const roles = [
  'background',
  'panel',
  'line',
  'lineStrong',
  'ink',
  'ink2',
  'ink3',
  'track',
  'accent',
  'accentSoft',
  'onAccent',
  'preference1',
  'preference2',
  'preference3',
  'onPreference1',
  'onPreference2',
  'onPreference3',
  'lagged',
  'laggedLine',
  'onLagged',
  'ok',
  'okSoft',
  'amber',
  'amberSoft',
  'red',
  'redSoft',
] as const;
export type Role = (typeof roles)[number];
export type Palette = Readonly<Record<Role, string>>;

const light: Palette = {
  background: '#f4f5f7',
  panel: '#ffffff',
  line: '#e3e6ea',
  lineStrong: '#cbd2d9',
  ink: '#15202b',
  ink2: '#4b5866',
  ink3: '#616e7a',
  track: '#eceff2',
  accent: '#2456d6',
  accentSoft: '#e8eefc',
  onAccent: '#ffffff',
  preference1: '#1f4fd1',
  preference2: '#5f8ff0',
  preference3: '#b9cff8',
  onPreference1: '#ffffff',
  onPreference2: '#0d1724',
  onPreference3: '#15202b',
  lagged: '#e1e5e9',
  laggedLine: '#a3adb7',
  onLagged: '#15202b',
  ok: '#18794e',
  okSoft: '#e3f3ea',
  amber: '#a35200',
  amberSoft: '#fdf0dc',
  red: '#c4281c',
  redSoft: '#fdebe9',
};

const dark: Palette = {
  background: '#0e1318',
  panel: '#151b22',
  line: '#232c36',
  lineStrong: '#394552',
  ink: '#e8edf2',
  ink2: '#a9b5c1',
  ink3: '#8593a0',
  track: '#232c36',
  accent: '#7aa2ff',
  accentSoft: '#1b2a4d',
  onAccent: '#0e1318',
  preference1: '#7aa2ff',
  preference2: '#4872cd',
  preference3: '#2f4676',
  onPreference1: '#0e1318',
  onPreference2: '#ffffff',
  onPreference3: '#e8edf2',
  lagged: '#262f39',
  laggedLine: '#5b6874',
  onLagged: '#e8edf2',
  ok: '#5cc796',
  okSoft: '#12291f',
  amber: '#f0a94a',
  amberSoft: '#33240f',
  red: '#ff7b70',
  redSoft: '#3a1b19',
};

/** `print` is the light palette on white paper. */
export const palettes = { light, dark, print: { ...light, background: '#ffffff' } } as const satisfies Record<
  string,
  Palette
>;
export type PaletteName = keyof typeof palettes;

/** The custom property that carries a role: `preference1` → `--preference-1`. */
export function customProperty(role: Role): string {
  return `--${role.replace(/([a-z])([A-Z0-9])/g, '$1-$2').toLowerCase()}`;
}
