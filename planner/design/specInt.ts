import type { Edit } from './edit.ts';
import { valueAt, type Pointer } from './pointer.ts';
import type { Design } from './types.ts';

const digits = 4;

/**
 * What has to follow when the cores of a server model change: its SPECint_rate2006 result, which is that of the whole server, in
 * proportion (result ÷ cores × new cores, sizing A2). Nothing where the model states no result or no cores, or where the path is another.
 * @param path the `cores` of a server model
 */
export function specIntEdits(design: Design, path: Pointer, cores: unknown): Edit[] {
  const model = /^(\/hardware\/\d+)\/cores$/.exec(path)?.[1];
  if (model === undefined || typeof cores !== 'number' || cores <= 0) return [];
  const before = valueAt(design, path);
  const result = valueAt(design, `${model}/specIntRate2006`);
  if (typeof before !== 'number' || before <= 0 || before === cores || typeof result !== 'number') return [];
  const value = Number(((result / before) * cores).toPrecision(digits));
  return [{ op: 'set', path: `${model}/specIntRate2006`, value }];
}
