import { readFileSync } from 'node:fs';
import { loadDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import {
  choosePicture,
  defaultSmallestText,
  pageToSvg,
  paginate,
  type Page,
  type PageOptions,
  type PaletteName,
  type PictureDetail,
  type PictureName,
} from '../../../planner/diagram/index.ts';
import { rulesets, validateDesign } from '../../../planner/rules/index.ts';
import { serverLoads } from '../../../planner/sizing/index.ts';

const ruleCount = Object.keys(rulesets.find(({ name }) => name === 'pa-2016')?.rules ?? {}).length;

/** What the title block of a design without findings says of its verdict. */
export const allRulesMet = `PA ${ruleCount} of ${ruleCount} rules met`;

export interface PictureOf extends Partial<PageOptions> {
  readonly scene?: PictureName;
  readonly detail?: PictureDetail;
  readonly judged?: boolean;
}

/** The pages of a picture, with the defaults of the command line. */
export function pagesOf(
  design: Design,
  { scene = 'environment', detail = 'preferences', judged = true, ...options }: PictureOf = {},
): Page[] {
  const chosen = choosePicture(design, scene);
  if (!chosen.ok) throw new Error(chosen.message);
  const verdict = judged ? { verdict: validateDesign(design, { today: '2026-01-01' }) } : {};
  const source = { design, loads: serverLoads(design), detail, ...verdict };
  return paginate(chosen.part(source), source, {
    paper: 'free',
    orientation: 'automatic',
    smallestText: defaultSmallestText,
    ...options,
  });
}

/** The first page as SVG. */
export function svgOf(
  design: Design,
  { theme = 'print', ...options }: PictureOf & { theme?: PaletteName } = {},
): string {
  const [page] = pagesOf(design, options);
  if (!page) throw new Error('A picture has a page.');
  return pageToSvg(page, { theme });
}

/** One of the shipped examples. */
export function exampleDesign(name: string): Design {
  const loaded = loadDesign(readFileSync(`examples/${name}.dagwright.json`, 'utf8'));
  if (!loaded.ok) throw new Error('The example does not load.');
  return loaded.value;
}
