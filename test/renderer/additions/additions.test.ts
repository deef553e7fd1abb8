import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import { pointer, valueAt, type Pointer } from '../../../planner/design/pointer.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { additionsAround, additionsTo } from '../../../renderer/additions/additions.ts';
import { locate } from '../../../renderer/subjects/locate.ts';
import { sample } from '../sample.ts';

const bare: Design = { format: 'dagwright/1', name: 'Bare' };

/** What adding to a list gives: the new member, and what is selected; holds that it loads and is undone without a trace. */
function added(design: Design, list: Pointer) {
  const owner = list.slice(0, list.lastIndexOf('/'));
  const addition = additionsTo(design, owner).find((each) => each.list === list);
  if (!addition?.made) throw new Error(`${list}: ${addition?.obstacle ?? 'nothing can be added'}`);
  const { command, subject, path } = addition.made;
  const { design: after, inverse } = applyCommand(design, command);
  expect(checkDesign(after)).toEqual([]);
  expect(writeDesign(applyCommand(after, inverse).design)).toBe(writeDesign(design));
  const members = valueAt(after, list) as unknown[];
  expect(path).toMatch(new RegExp(`^${list}/${members.length - 1}/\\w+$`));
  expect(locate(after, subject), subject).toBeDefined();
  return { member: members.at(-1), subject, label: command.label, design: after };
}

const obstacle = (design: Design, list: Pointer): string | undefined =>
  additionsTo(design, list.slice(0, list.lastIndexOf('/'))).find((each) => each.list === list)?.obstacle;

const edited = (...edits: Command['edits']): Design => applyCommand(sample, { name: 'edit', label: '', edits }).design;

describe('additionsTo', () => {
  it('knows every list of the schema that has members of its own', () => {
    const lists = (owner: Pointer): string[] =>
      additionsTo(sample, owner).map(({ list }) => list.slice(list.lastIndexOf('/') + 1));
    expect(lists('')).toEqual([
      'coexistence',
      'datacenters',
      'links',
      'pairs',
      'hardware',
      'mailboxTiers',
      'dags',
      'scenarios',
      'waivers',
      'notes',
    ]);
    expect(lists('/pairs/0')).toEqual(['namespaces', 'officeOnline']);
    expect(lists('/dags/0')).toEqual(['networks', 'servers', 'databases']);
    expect(lists('/dags/0/servers/0')).toEqual(['volumes']);
    expect(lists('/dags/0/databases/0')).toEqual(['copies']);
  });

  it.each([
    ['/coexistence', { version: '2013' }, 'design'],
    ['/datacenters', { name: 'Datacenter 4' }, 'datacenter:Datacenter 4'],
    ['/links', { from: 'East', to: 'North' }, 'link:East/North'],
    ['/hardware', { name: 'Server model 2' }, 'hardware:Server model 2'],
    ['/mailboxTiers', { name: 'Tier 2' }, 'tier:Tier 2'],
    ['/dags', { name: 'DAG2', pair: 'East-West' }, 'dag:DAG2'],
    ['/scenarios', { name: 'Scenario 1' }, 'design'],
    ['/pairs/0/namespaces', { host: 'autodiscover.example.com', protocols: ['autodiscover'] }, 'pair:East-West'],
    ['/pairs/0/officeOnline', { host: 'oos-east.example.com', datacenter: 'East' }, 'pair:East-West'],
    ['/dags/0/networks', { name: 'Network 1' }, 'dag:DAG1'],
    ['/dags/0/databases', { name: 'DB2' }, 'database:DB2'],
    ['/dags/0/servers/0/volumes', { name: 'Vol2', role: 'data' }, 'volume:EX01/Vol2'],
  ])('%s', (list, member, subject) => {
    expect(added(sample, list)).toMatchObject({ member, subject });
  });

  it('every list of a design that states nothing can be begun, or says what is missing', () => {
    for (const { list, obstacle: why } of additionsTo(bare, '')) {
      if (why === undefined) added(bare, list);
    }
    expect(obstacle(bare, '/links')).toBe('a link joins two datacenters');
    expect(obstacle(bare, '/pairs')).toBe('a pair takes two datacenters with servers');
    const { design } = added(bare, '/dags');
    expect(added(design, '/dags/0/servers').member).toEqual({ name: 'EX01' });
    expect(added(design, '/dags/0/databases').member).toEqual({ name: 'DB001' });
  });

  it('adding again and again never takes a name twice', () => {
    for (const list of [
      '/datacenters',
      '/hardware',
      '/mailboxTiers',
      '/dags',
      '/dags/0/servers',
      '/dags/0/databases',
    ]) {
      let design = sample;
      for (let i = 0; i < 12; i += 1) ({ design } = added(design, list));
    }
    let { design } = added(sample, '/pairs/0/officeOnline');
    for (let i = 0; i < 3; i += 1) ({ design } = added(design, '/pairs/0/officeOnline/0/nodes'));
    expect(valueAt(design, '/pairs/0/officeOnline/0/nodes')).toEqual([
      { name: 'Node 1' },
      { name: 'Node 2' },
      { name: 'Node 3' },
    ]);
  });

  it('links and pairs go on until every two are joined', () => {
    let design = sample;
    for (let i = 0; i < 2; i += 1) ({ design } = added(design, '/links'));
    expect(obstacle(design, '/links')).toBe('every two datacenters are linked already');
    expect(obstacle(sample, '/pairs')).toBe('every two datacenters with servers are a pair already');
    for (let i = 0; i < 2; i += 1) ({ design } = added(design, '/datacenters'));
    const { member, subject } = added(design, '/pairs');
    expect(member).toEqual({ name: 'Datacenter 4-Datacenter 5', datacenters: ['Datacenter 4', 'Datacenter 5'] });
    expect(subject).toBe('pair:Datacenter 4-Datacenter 5');
  });

  it('a server is like the members where they all agree, in the datacenter with the fewest', () => {
    const three = edited({
      op: 'insert',
      path: '/dags/0/servers/2',
      value: { name: 'EX03', datacenter: 'East', hardware: 'R740', operatingSystem: 'WS2016' },
    });
    expect(added(three, '/dags/0/servers').member).toEqual({ name: 'EX04', datacenter: 'West', hardware: 'R740' });
    expect(added(sample, '/dags/0/servers').member).toMatchObject({ volumes: [{ name: 'Vol1', role: 'data' }] });
  });

  it('a copy stands last in preference, on the emptiest disk of the member with the fewest copies', () => {
    expect(obstacle(sample, '/dags/0/databases/0/copies')).toBe('every member holds one already');
    const { design } = added(sample, '/dags/0/servers');
    const { member, subject, label } = added(design, '/dags/0/databases/0/copies');
    expect(member).toEqual({ server: 'EX03', volume: 'Vol1', activationPreference: 3 });
    expect(subject).toBe('copy:DB1/EX03');
    expect(label).toBe('Add copy EX03 to DB1');
  });

  it('an event happens to the first server; without one there is nothing to fail', () => {
    const { design } = added(sample, '/scenarios');
    expect(added(design, '/scenarios/0/events').member).toEqual({ kind: 'fail', subject: 'server:EX01' });
    expect(obstacle(added(bare, '/scenarios').design, '/scenarios/0/events')).toMatch(/before there is a server/);
  });

  it('a waiver comes from a finding', () => {
    expect(obstacle(sample, '/waivers')).toMatch(/waive a finding/);
  });

  it('a coexisting version is the newest before the own one that is not there yet', () => {
    const own2019 = edited({ op: 'set', path: '/exchange', value: { version: '2019' } });
    const versions: unknown[] = [];
    let design = own2019;
    while (obstacle(design, '/coexistence') === undefined) {
      const { member, design: after } = added(design, '/coexistence');
      versions.push((member as { version: string }).version);
      design = after;
    }
    expect(versions).toEqual(['2016', '2013', '2010', '2007']);
  });
});

describe('additionsAround', () => {
  it('goes from what is selected outwards', () => {
    expect(additionsAround(sample, 'volume:EX01/Vol1').map(({ owner }) => owner)).toEqual([
      'server:EX01',
      'dag:DAG1',
      'design',
    ]);
    expect(additionsAround(sample, 'design').map(({ owner }) => owner)).toEqual(['design']);
    expect(additionsAround(sample, 'tier:Standard').map(({ owner }) => owner)).toEqual(['design']);
    expect(additionsAround(sample, 'witness:DAG1').map(({ owner }) => owner)).toEqual(['dag:DAG1', 'design']);
  });

  it('every subject leads to places that exist', () => {
    for (const subject of ['pair:East-West', 'copy:DB1/EX01', 'database:DB1', 'link:East/West']) {
      for (const { additions } of additionsAround(sample, subject))
        for (const { list } of additions)
          expect(valueAt(sample, list.slice(0, list.lastIndexOf('/')) || pointer()), list).toBeDefined();
    }
  });
});
