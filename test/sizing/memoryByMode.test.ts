import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadDesign } from '../../planner/design/load.ts';
import type { Design } from '../../planner/design/types.ts';
import { failureModes, serverLoads } from '../../planner/sizing/index.ts';

const loaded = loadDesign(readFileSync(new URL('../../examples/contoso.dagwright.json', import.meta.url), 'utf8'));
if (!loaded.ok) throw new Error('The Contoso example does not load.');
const contoso = loaded.value;

describe('memory by failure mode', () => {
  it('is known in every mode, rises with the databases that activate, and is that of the design failure for the server', () => {
    for (const { modes, judgedMode, memoryNeed } of serverLoads(contoso)) {
      const cache = failureModes.map((mode) => modes[mode]?.memoryNeed?.cacheGB ?? NaN);
      expect(cache).toEqual(cache.toSorted((a, b) => a - b));
      expect(cache[0]).toBeLessThan(cache.at(-1) ?? 0);
      expect(judgedMode).toBe('datacenterAndOneServer');
      expect(memoryNeed).toEqual(modes[judgedMode]?.memoryNeed);
    }
  });

  it('follows the design failure', () => {
    const design: Design = { ...contoso, sizing: { ...contoso.sizing, designFailure: 'oneServer' } };
    const [load] = serverLoads(design);
    expect(load?.memoryNeed).toEqual(load?.modes.oneServer?.memoryNeed);
    expect(load?.memoryRequiredGB).toBeLessThan(serverLoads(contoso)[0]?.memoryRequiredGB ?? 0);
  });
});
