import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../planner/design/edit.ts';
import { loadDesign } from '../../planner/design/load.ts';
import { buildScene, type Hit, type Scene } from '../../planner/diagram/index.ts';
import { validateDesign } from '../../planner/rules/index.ts';
import { serverLoads } from '../../planner/sizing/index.ts';
import type { Design } from '../../planner/design/types.ts';

const text = readFileSync(new URL('../../examples/contoso.dagwright.json', import.meta.url), 'utf8');

function contoso(): Design {
  const loaded = loadDesign(text);
  if (!loaded.ok) throw new Error('The example does not load.');
  return loaded.value;
}

const edits: readonly (readonly [string, Edit])[] = [
  ['a field that is not drawn', { op: 'set', path: '/dags/0/servers/2/maximumActiveDatabases', value: 20 }],
  ['a name', { op: 'set', path: '/dags/0/servers/3/name', value: 'A much longer name of a server' }],
  ['a server more', { op: 'insert', path: '/dags/0/servers/4', value: { name: 'EX99', datacenter: 'East' } }],
  ['a disk less', { op: 'remove', path: '/dags/0/servers/1/volumes/12' }],
  ['a volume of another kind', { op: 'set', path: '/dags/0/servers/1/volumes/11/role', value: 'spare' }],
  ['a database of another name', { op: 'set', path: '/dags/0/databases/0/name', value: 'Archive' }],
  ['a copy of another preference', { op: 'set', path: '/dags/0/databases/5/copies/0/activationPreference', value: 9 }],
  ['a lag', { op: 'set', path: '/dags/0/databases/6/copies/2/replayLagHours', value: 36 }],
  ['a copy less', { op: 'remove', path: '/dags/0/databases/7/copies/1' }],
  ['other system disks', { op: 'set', path: '/hardware/0/systemDisks/count', value: 5 }],
  ['another limit', { op: 'set', path: '/sizing', value: { cpuLimitFraction: 0.79 } }],
  ['loads and findings', { op: 'set', path: '/hardware/0/cores', value: 18 }],
  ['notes', { op: 'set', path: '/notes', value: [{ text: 'Whole' }, { subject: 'server:EX03', text: 'Server' }] }],
  ['a datacenter more', { op: 'insert', path: '/datacenters/0', value: { name: 'South' } }],
];

const ways: readonly ((design: Design) => Scene)[] = [
  (design) => buildScene(design),
  (design) => buildScene(design, { loads: serverLoads(design) }),
  (design) =>
    buildScene(design, {
      loads: serverLoads(design),
      findings: validateDesign(design, { today: '2026-01-01' }).findings,
    }),
];

const cards = (scene: Scene): ReadonlyMap<string, Hit> => {
  const found = new Map<string, Hit>();
  const visit = (hits: readonly Hit[]): void => {
    for (const hit of hits) {
      if (hit.subject.startsWith('server:')) found.set(hit.subject, hit);
      else visit(hit.children);
    }
  };
  visit(scene.hits);
  return found;
};

describe('a scene that is built after an edit', () => {
  it.each(edits)('of %s is the one that is built from nothing, and undoing gives the first again', (what, edit) => {
    for (const sceneOf of ways) {
      const before = contoso();
      sceneOf(before);
      const { design, inverse } = applyCommand(before, { name: 'edit', label: what, edits: [edit] });
      const scene = sceneOf(design);
      const anew = sceneOf(structuredClone(design));
      expect(JSON.stringify(scene)).toBe(JSON.stringify(anew));
      const undone = sceneOf(applyCommand(design, inverse).design);
      expect(JSON.stringify(undone)).toBe(JSON.stringify(sceneOf(structuredClone(before))));
    }
  });

  it('keeps the cards of the servers that the edit did not touch', () => {
    const first = contoso();
    const before = cards(buildScene(first));
    const command = { name: 'edit', label: '', edits: [{ op: 'set', path: '/dags/0/servers/2/name', value: 'EX77' }] };
    const after = cards(buildScene(applyCommand(first, command as never).design));
    const drawnAnew = [...after].filter(([about, hit]) => before.get(about) !== hit).map(([about]) => about);
    expect(drawnAnew).toEqual(['server:EX77']);
  });
});
