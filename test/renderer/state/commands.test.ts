import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { setField, setOwnHardware, waive } from '../../../renderer/state/commands.ts';
import { rename } from '../../../renderer/state/rename.ts';
import { duplicate, nextName } from '../../../renderer/state/structure.ts';
import { sample } from '../sample.ts';

/** Applies a command, holds that the design still loads and that undoing gives the first bytes again. */
function applied(command: Command | undefined) {
  if (!command) throw new Error('No command');
  const { design, inverse } = applyCommand(sample, command);
  expect(checkDesign(design)).toEqual([]);
  expect(writeDesign(applyCommand(design, inverse).design)).toBe(writeDesign(sample));
  return design;
}

describe('setField', () => {
  it('makes the objects on the way', () => {
    const design = applied(setField(sample, '/hardware/0/dataDisk/capacityGB', 8000, 'capacity'));
    expect(design.hardware?.[0]?.dataDisk).toEqual({ capacityGB: 8000 });
  });

  it('scales a stated SPECint result with the cores, in one step that undoes both', () => {
    const rated = applyCommand(sample, setField(sample, '/hardware/0/specIntRate2006', 960, 'rate')).design;
    const command = setField(rated, '/hardware/0/cores', 20, 'cores of R740');
    const { design, inverse } = applyCommand(rated, command);
    expect(command.label).toBe('Set cores of R740 to 20');
    expect(design.hardware?.[0]).toEqual({ name: 'R740', cores: 20, specIntRate2006: 800 });
    expect(applyCommand(design, inverse).design).toEqual(rated);
  });

  it('clears with undefined', () => {
    const command = setField(sample, '/hardware/0/cores', undefined, 'cores of R740');
    expect(command.label).toBe('Clear cores of R740');
    expect(applied(command).hardware?.[0]).toEqual({ name: 'R740' });
  });
});

describe('setOwnHardware', () => {
  it('scales the SPECint result of the one model only', () => {
    const rated = applyCommand(sample, setField(sample, '/hardware/0/specIntRate2006', 960, 'rate')).design;
    const { design } = applyCommand(rated, setOwnHardware(rated, 'EX02', '/hardware/0/cores', 20, 'cores of EX02'));
    expect(design.hardware?.map(({ specIntRate2006 }) => specIntRate2006)).toEqual([960, 800]);
  });

  it('gives one server a model of its own and leaves the others theirs', () => {
    const design = applied(setOwnHardware(sample, 'EX02', '/hardware/0/cores', 28, 'cores of EX02'));
    expect(design.hardware).toEqual([
      { name: 'R740', cores: 24 },
      { name: 'R740 EX02', cores: 28 },
    ]);
    expect(design.dags?.[0]?.servers?.map(({ hardware }) => hardware)).toEqual(['R740', 'R740 EX02']);
  });
});

describe('rename', () => {
  it('a server: its copies go along, the witness of the same name does not', () => {
    const design = applied(rename(sample, '/dags/0/servers/0/name', 'MBX1'));
    expect(design.dags?.[0]?.databases?.[0]?.copies?.map(({ server }) => server)).toEqual(['MBX1', 'EX02']);
    expect(design.dags?.[0]?.witness?.server).toBe('EX01');
    expect(design.waivers?.[0]?.subject).toBe('volume:MBX1/Vol1');
  });

  it('a volume: only the copies on its own server', () => {
    const design = applied(rename(sample, '/dags/0/servers/1/volumes/0/name', 'Disk9'));
    expect(design.dags?.[0]?.databases?.[0]?.copies?.map(({ volume }) => volume)).toEqual(['Vol1', 'Disk9']);
    expect(design.waivers?.[0]?.subject).toBe('volume:EX01/Vol1');
  });

  it.each([
    ['/datacenters/0/name', 'Ost'],
    ['/pairs/0/name', 'Pair 9'],
    ['/hardware/0/name', 'DL380'],
    ['/mailboxTiers/0/name', 'Everyone'],
    ['/dags/0/name', 'DAG9'],
    ['/dags/0/databases/0/name', 'Mail'],
  ])('%s takes every reference along', (path, name) => {
    applied(rename(sample, path, name));
  });

  it('is nothing for a name that nothing refers to', () => {
    expect(rename(sample, '/name', 'Other')).toBeUndefined();
  });
});

describe('structure', () => {
  it('another server like one comes without copies, next in number', () => {
    const made = duplicate(sample, 'server:EX01');
    expect(made?.subject).toBe('server:EX03');
    expect(applied(made?.command).dags?.[0]?.servers?.map(({ name }) => name)).toEqual(['EX01', 'EX03', 'EX02']);
  });

  it.each([
    ['EX16', ['EX16'], 'EX17'],
    ['EX09', ['EX09', 'EX10'], 'EX11'],
    ['R740', ['R740', 'R741'], 'R742'],
    ['Standard', ['Standard'], 'Standard 2'],
    ['Standard', ['Standard', 'Standard 2'], 'Standard 3'],
  ])('nextName: after %s of %j comes %s', (name, taken, next) => {
    expect(nextName(name, new Set(taken))).toBe(next);
  });
});

describe('waive', () => {
  it('adds to the list, or makes it', () => {
    expect(applied(waive(sample, { rule: 'core-count', reason: 'why' })).waivers).toHaveLength(2);
    const bare = { format: 'dagwright/1', name: 'Bare' } as const;
    expect(applyCommand(bare, waive(bare, { rule: 'core-count' })).design.waivers).toEqual([{ rule: 'core-count' }]);
  });
});
