import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { screenPalettes } from '../../renderer/theme/screenPalettes.ts';
import { customProperty, palettes, roles, type Palette, type Role } from '../../planner/diagram/palette.ts';

const css = readFileSync(new URL('../../renderer/theme/tokens.css', import.meta.url), 'utf8');

/** WCAG 2 contrast of two #rrggbb colours. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, bl] = [1, 3, 5].map((i) => {
      const channel = parseInt(hex.slice(i, i + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The two colours of a custom property, for light and dark, in a part of tokens.css. */
function pairIn(part: string, property: string): [string, string] {
  const at = part.indexOf(`${property}: light-dark(`);
  const [light = '', dark = ''] = part.slice(at).match(/#[0-9a-f]{6}/g) ?? [];
  return [light, dark];
}

describe('the palette', () => {
  it('names a role as its custom property', () => {
    expect(customProperty('ink')).toBe('--ink');
    expect(customProperty('ink2')).toBe('--ink-2');
    expect(customProperty('onPreference1')).toBe('--on-preference-1');
    expect(customProperty('laggedLine')).toBe('--lagged-line');
  });

  it.each(roles)('is the same in tokens.css: %s', (role) => {
    expect(css).toContain(`${customProperty(role)}: light-dark(${palettes.light[role]}, ${palettes.dark[role]});`);
  });

  const moreContrast = css.slice(css.indexOf("[data-contrast='more']"));
  const { light, dark, lightContrast, darkContrast } = screenPalettes;
  const changed = roles.filter((role) => lightContrast[role] !== light[role] || darkContrast[role] !== dark[role]);
  it.each(changed)('is the same in tokens.css where more contrast is wanted: %s', (role) => {
    expect(moreContrast).toContain(
      `${customProperty(role)}: light-dark(${lightContrast[role]}, ${darkContrast[role]});`,
    );
  });

  const textOn: [Role, Role][] = [
    ['ink', 'background'],
    ['ink', 'panel'],
    ['ink2', 'background'],
    ['ink2', 'panel'],
    ['ink3', 'background'],
    ['ink3', 'panel'],
    ['ink', 'accentSoft'],
    ['ink2', 'accentSoft'],
    ['accent', 'panel'],
    ['accent', 'accentSoft'],
    ['onAccent', 'accent'],
    ['onPreference1', 'preference1'],
    ['onPreference2', 'preference2'],
    ['onPreference3', 'preference3'],
    ['onLagged', 'lagged'],
    ['ok', 'panel'],
    ['ok', 'okSoft'],
    ['amber', 'panel'],
    ['amber', 'amberSoft'],
    ['red', 'panel'],
    ['red', 'redSoft'],
  ];
  const cases = Object.entries({ ...palettes, ...screenPalettes }).flatMap(([name, palette]: [string, Palette]) =>
    textOn.map(([text, ground]) => ({ name, text, ground, ratio: contrast(palette[text], palette[ground]) })),
  );

  it.each(cases)('gives text AA contrast: $text on $ground, $name', ({ ratio }) => {
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    { amount: 'usual', part: css, looks: [light, dark] },
    { amount: 'more', part: moreContrast, looks: [lightContrast, darkContrast] },
  ])('shows what is disabled weaker than any text, and yet 3 to 1: $amount contrast', ({ part, looks }) => {
    for (const [i, colour] of pairIn(part, '--disabled').entries()) {
      const { panel, background, ink3 } = looks[i] ?? light;
      expect(Math.min(contrast(colour, panel), contrast(colour, background))).toBeGreaterThanOrEqual(3);
      expect(contrast(colour, panel)).toBeLessThan(contrast(ink3, panel) * 0.8);
    }
  });

  it.each(['lightContrast', 'darkContrast'] as const)('gives quiet text AAA contrast and lines 3 to 1: %s', (name) => {
    const palette = screenPalettes[name];
    for (const role of ['ink', 'ink2', 'ink3', 'accent', 'ok', 'amber', 'red'] as const)
      expect(contrast(palette[role], palette.panel), role).toBeGreaterThanOrEqual(7);
    for (const role of ['line', 'lineStrong', 'laggedLine'] as const)
      expect(contrast(palette[role], palette.panel), role).toBeGreaterThanOrEqual(3);
  });
});
