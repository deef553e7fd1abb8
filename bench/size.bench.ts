import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { sizeRequirements } from '../planner/construct/index.ts';
import type { Design } from '../planner/design/types.ts';
import { loadRequirements } from '../planner/design/load.ts';
import type * as Sizing from '../planner/sizing/index.ts';
import type * as Plan from '../planner/sizing/requirements/index.ts';
import { bundled } from './bundled.ts';
import { largestDesign } from './largest.ts';

const options = { time: 1000, iterations: 3, warmupTime: 2000, warmupIterations: 1 };
const largest = largestDesign();
const ten = largestDesign(10);
const { serverLoads, sizeDesign } = await bundled<typeof Sizing>('../planner/sizing/index.ts');
const { sizePlan } = await bundled<typeof Plan>('../planner/sizing/requirements/index.ts');
const loaded = loadRequirements(
  readFileSync(new URL('../examples/contoso.requirements.json', import.meta.url), 'utf8'),
);
if (!loaded.ok) throw new Error('The Contoso requirements do not load.');
const open = loaded.value;
const stated = { ...open, serversPerDatacenter: 8, dags: 1 };

/** The same design as other objects, so that what is kept of a design and of its DAGs is made anew. */
const anew = (design: Design): Design => ({ ...design, dags: (design.dags ?? []).map((dag) => ({ ...dag })) });

// What sizing costs, to be read against the start of Node itself, which everyone who calls the command line pays.
describe('sizing, and an empty start of Node', () => {
  bench('an empty start of Node', () => void spawnSync(process.execPath, ['-e', '']), options);
  bench('requirements by closed formulas', () => void sizePlan(stated, { version: '2016' }), options);
  bench('open requirements, with the search for a design', () => void sizeRequirements(open), options);
  bench('loads of 16 servers, 400 databases', () => void serverLoads(anew(largest)), options);
  bench('every figure of 16 servers, 400 databases', () => void sizeDesign(anew(largest)), options);
  bench('every figure of ten DAGs of that size', () => void sizeDesign(anew(ten)), options);
});
