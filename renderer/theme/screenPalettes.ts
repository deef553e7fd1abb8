import { customProperty, palettes, roles, type Palette } from '../../planner/diagram/index.ts';
import { hasForcedColours, watchTheme, type Theme } from './theme.ts';

/** What differs where more contrast is wanted: stronger lines, darker quiet text, no soft grounds. */
const lightContrast: Partial<Palette> = {
  background: '#ffffff',
  line: '#7a8590',
  lineStrong: '#3d4853',
  ink: '#000000',
  ink2: '#1c252e',
  ink3: '#2c3741',
  track: '#d3d9df',
  accent: '#0a3aae',
  laggedLine: '#4b5866',
  ok: '#0b5636',
  amber: '#6f3700',
  red: '#96130a',
};

const darkContrast: Partial<Palette> = {
  background: '#000000',
  panel: '#05080b',
  line: '#76838f',
  lineStrong: '#aab6c1',
  ink: '#ffffff',
  ink2: '#e6ebf0',
  ink3: '#ced7df',
  track: '#3a4652',
  accent: '#a9c4ff',
  laggedLine: '#aab6c1',
  ok: '#8ce5b9',
  amber: '#ffcb7d',
  red: '#ffa59e',
};

/** The colours of the drawing as each look of the screen has them; tokens.css has the same, and a test holds them together. */
export const screenPalettes: Readonly<Record<Theme, Palette>> = {
  light: palettes.light,
  dark: palettes.dark,
  lightContrast: { ...palettes.light, ...lightContrast },
  darkContrast: { ...palettes.dark, ...darkContrast },
};

/** Calls back with the drawing's colours now and whenever they change. Returns the way to stop. */
export function watchPalette(callback: (palette: Palette) => void): () => void {
  return watchTheme((theme) => {
    callback(hasForcedColours() ? paletteOfPage() : screenPalettes[theme]);
  });
}

/** The colours as tokens.css has them now: what is the system's own has a name there, and a canvas needs its value. */
function paletteOfPage(): Palette {
  const probe = document.createElement('span');
  const look = getComputedStyle(probe);
  document.documentElement.append(probe);
  const colours = roles.map((role) => {
    probe.style.color = `var(${customProperty(role)})`;
    return [role, look.color];
  });
  probe.remove();
  return Object.fromEntries(colours) as Palette;
}
