import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyCommand, type Edit } from '../../../planner/design/edit.ts';
import { loadDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import { costsOf } from '../../../renderer/capacity/compare/costs.ts';
import { differenceText, sectionsOf, type Line } from '../../../renderer/capacity/compare/lines.ts';
import { readOther } from '../../../renderer/capacity/compare/other.ts';
import { totalsOf } from '../../../renderer/capacity/compare/totals.ts';
import { totalText } from '../../../renderer/capacity/compare/totalText.ts';
import { HostError } from '../../../renderer/host/host.ts';
import { Workspace } from '../../../renderer/state/workspace.svelte.ts';
import { FakeHost } from '../fakeHost.ts';

const text = readFileSync(new URL('../../../examples/contoso.dagwright.json', import.meta.url), 'utf8');
const loaded = loadDesign(text);
if (!loaded.ok) throw new Error('The Contoso example does not load.');
const contoso = loaded.value;
const edited = (...edits: Edit[]): Design => applyCommand(contoso, { name: 'edit', label: '', edits }).design;
const limits = { cpu: 0.8, memory: 1, disk: 1, iops: 1 };
const lines = (one: Design, other: Design): readonly Line[] =>
  sectionsOf(totalsOf(one), totalsOf(other), 'datacenterAndOneServer', limits).flatMap((section) => section.lines);

describe('two designs side by side', () => {
  it('tells what a design has: servers, disks, cores, memory, rack units, licences', () => {
    const totals = totalsOf(contoso);
    const texts = Object.entries(totals).map(([id, total]): [string, string] => [id, totalText(total)]);
    expect(Object.fromEntries(texts)).toMatchObject({
      mailboxes: '48,000',
      databases: '224',
      copies: '896',
      servers: '16',
      models: 'PA server 24C',
      cores: '384',
      memory: '3,072 GB',
      diskSize: '8,000 GB 7.2K SAS',
      disks: '272',
      rackUnits: '32 U',
      serverLicences: '16 Enterprise',
      'cpu.datacenterAndOneServer': '79.5 %',
    });
    expect(totals['cpu.datacenter']).toMatchObject({ figure: { id: 'cpuUtilization.datacenter' } });
  });

  it('marks nothing where a design stands beside itself', () => {
    expect(lines(contoso, contoso).filter((line) => line.differs || line.difference)).toEqual([]);
  });

  it('marks what differs, and by how much', () => {
    const other = edited({ op: 'set', path: '/hardware/0/cores', value: 12 });
    const differing = lines(contoso, other).filter((line) => line.differs);
    expect(differing.map(({ id, difference }) => [id, difference]).slice(0, 2)).toEqual([
      ['cores', '−192 (−50 %)'],
      ['cpu.normal', expect.stringMatching(/^\+\d+(\.\d)? points$/)],
    ]);
  });

  it('marks what only one of the two states, and what is told in words', () => {
    const other = edited(
      { op: 'remove', path: '/hardware/0/memoryGB' },
      { op: 'set', path: '/hardware/0/dataDisk/capacityGB', value: 10000 },
    );
    const found = new Map(lines(contoso, other).map((line) => [line.id, line]));
    expect(found.get('memory')).toMatchObject({ other: undefined, differs: true, difference: '' });
    const disks = found.get('diskSize');
    expect(disks?.other && totalText(disks.other)).toBe('10,000 GB 7.2K SAS');
    expect(disks?.differs).toBe(true);
    expect(found.get('servers')).toMatchObject({ differs: false });
  });

  it.each([
    [16, 40, '+24 (+150 %)'],
    [40, 16, '−24 (−60 %)'],
    [0, 5, '+5'],
    [5, 5, ''],
    [undefined, 5, ''],
  ])('from %s to %s is %o', (one, other, difference) => {
    expect(differenceText(one, other)).toBe(difference);
  });

  it('knows little of a design that states little, and breaks on none', () => {
    const bare: Design = { format: 'dagwright/1', name: 'Bare' };
    expect(totalsOf(bare)).toEqual({});
    expect(lines(bare, contoso).every((line) => line.one === undefined && line.difference === '')).toBe(true);
  });
});

describe('what two designs cost', () => {
  const pieces = (value: number) => ({ kind: 'number', value, unit: '' }) as const;
  const one = { servers: pieces(16), disks: pieces(272) };
  const other = { servers: pieces(40), disks: pieces(680) };

  it('is what the user says that things cost, and nothing as long as nothing is said', () => {
    expect(costsOf(one, other, {}, {})).toMatchObject({ one: undefined, other: undefined });
    expect(costsOf(one, other, { servers: 1000, disks: 50 }, {})).toMatchObject({ one: 29600, other: 74000 });
  });

  it('takes another price for the other side where there is one', () => {
    expect(costsOf(one, other, { servers: 1000, disks: 50 }, { disks: 100 })).toMatchObject({
      one: 29600,
      other: 108000,
    });
  });

  it('sums only what both sides have a number of, so that the sums can be compared', () => {
    const { lines: costs, ...sums } = costsOf(one, { servers: other.servers }, { servers: 1000, disks: 50 }, {});
    expect(costs.find(({ id }) => id === 'disks')).toMatchObject({ one: 13600, other: undefined });
    expect(sums).toEqual({ one: 16000, other: 40000 });
  });
});

describe('a design to compare with', () => {
  it('is read and not opened', async () => {
    const workspace = new Workspace(new FakeHost(text));
    const other = await readOther(workspace, () => Promise.resolve({ name: 'c.json', text }));
    expect(other).toEqual({ name: 'c.json', design: contoso });
    expect(workspace.document).toBeUndefined();
  });

  it('is nothing where the user cancels, and where it cannot be read that is told with the places', async () => {
    const workspace = new Workspace(new FakeHost(text));
    expect(await readOther(workspace, () => Promise.resolve(undefined))).toBeUndefined();
    expect(workspace.dialogs.question).toBeUndefined();
    const bad = () => Promise.resolve({ name: 'bad.json', text: '{ "format": "dagwright/1" }' });
    expect(await readOther(workspace, bad)).toBeUndefined();
    await Promise.resolve();
    expect(workspace.dialogs.question?.title).toContain('bad.json is not a design');
    expect(workspace.dialogs.question?.problems?.map(({ path }) => path)).toEqual(['/name']);
  });

  it('that the host cannot read is told of', async () => {
    const workspace = new Workspace(new FakeHost(text));
    expect(await readOther(workspace, () => Promise.reject(new HostError('It is gone.')))).toBeUndefined();
    await Promise.resolve();
    expect(workspace.dialogs.question?.message).toBe('It is gone.');
  });
});
