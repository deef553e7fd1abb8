import type { Figure } from '../figure.ts';
import { present } from '../present.ts';
import * as growth from './growth.ts';
import * as load from './load.ts';
import * as megacycles from './megacycles.ts';
import type { TierScope } from './scope.ts';
import * as size from './size.ts';

const figures = [size, load, megacycles, growth].flatMap((module) => Object.values(module));

/** What one mailbox of a tier costs: every figure whose inputs are stated. */
export function tierFigures(tier: TierScope): Figure[] {
  return present(figures, tier);
}
