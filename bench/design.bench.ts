import { bench, describe } from 'vitest';
import { applyCommand, type Command } from '../planner/design/edit.ts';
import { checkDesign, loadDesign } from '../planner/design/load.ts';
import type { Design } from '../planner/design/types.ts';
import { writeDesign } from '../planner/design/write.ts';
import { buildScene, drawList } from '../planner/diagram/index.ts';
import { validateDesign } from '../planner/rules/index.ts';
import { serverLoads } from '../planner/sizing/index.ts';
import { svgOf } from '../test/diagram/pictures/pictureOf.ts';
import { largestDesign } from './largest.ts';

const sizes = [
  ['16 servers, 400 databases, 1,600 copies', 1],
  ['10 DAGs of that size', 10],
] as const;
const today = '2026-01-01';

/** A copy whose parts nothing is kept of yet, so that look-ups and drawings are made anew. */
function withoutMemory({ hardware = [], dags = [], ...design }: Design): Design {
  return {
    ...design,
    hardware: [...hardware],
    dags: dags.map(({ servers = [], databases = [], ...dag }) => ({
      ...dag,
      servers: servers.map((server) => ({ ...server })),
      databases: [...databases],
    })),
  };
}

function changeOneServer({ dags }: Design): Command {
  const limit = dags?.[0]?.servers?.[2]?.maximumActiveDatabases ?? 0;
  const path = '/dags/0/servers/2/maximumActiveDatabases';
  return { name: 'set-field', label: '', edits: [{ op: 'set', path, value: limit + 1 }] };
}

// The figures are to be read against the first: parsing the same text is the least that opening a design costs.
for (const [title, dags] of sizes) {
  const text = writeDesign(largestDesign(dags));
  const design = () => {
    const loaded = loadDesign(text);
    if (!loaded.ok) throw new Error('The largest design does not load.');
    return loaded.value;
  };
  const once = design();
  const loads = serverLoads(once);
  const scene = buildScene(once, { loads });
  const options = { time: 500, iterations: 3, warmupTime: 100, warmupIterations: 1 };
  const fresh = () => withoutMemory(once);
  let edited = once;
  const edit = () => {
    edited = applyCommand(edited, changeOneServer(edited)).design;
    return edited;
  };

  describe(title, () => {
    bench('JSON.parse', () => void JSON.parse(text), options);
    bench('load', () => void design(), options);
    bench('write', () => void writeDesign(once), options);
    bench('loads of all servers', () => void serverLoads(fresh()), options);
    bench('validate', () => void validateDesign(fresh(), { today }), options);
    bench('build the scene', () => void buildScene(fresh(), { loads }), options);
    bench('check a design after an edit', () => void checkDesign(edit()), options);
    bench('build the scene after an edit of one server', () => void buildScene(edit(), { loads }), options);
    bench('make a picture of it', () => void svgOf(once, { judged: false }), options);
  });

  describe(`${title}: what of it is drawn`, () => {
    const corner = { x: scene.x, y: scene.y, width: scene.width / 4, height: scene.height / 4 };
    bench('in a corner, with database names', () => void drawList(scene, 4, corner), options);
    bench('all of it, fitted', () => void drawList(scene, 0.5, scene), options);
  });
}
