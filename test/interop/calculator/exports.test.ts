import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { importCalculator } from '../../../planner/interop/calculator/index.ts';
import { filesOf, readPlacement } from '../../oracle/calculatorExport.ts';

const root = resolve(import.meta.dirname, '../../..');
const cases = join(root, '../shared/cases/calculator-exports');
const missing = existsSync(cases) ? '' : ' (left out: ../shared/cases is not beside this clone)';

const exports = [
  { name: 'prod-8-servers', servers: 8, databases: 72, perServer: 10, sides: [4, 4] },
  { name: 'example-4-servers', servers: 4, databases: 40, perServer: 11, sides: [2, 2] },
  { name: 'lab-4-servers', servers: 4, databases: 4, perServer: 2, sides: [2, 2] },
];

describe.skipIf(missing !== '')(`importCalculator(files, options) reads what the calculator exported${missing}`, () => {
  describe.each(exports)('$name', ({ name, servers, databases, perServer, sides }) => {
    const folder = join(cases, name);
    const imported = missing === '' ? importCalculator(filesOf(folder), { name }) : undefined;
    const design = imported?.ok ? imported.design : ({ format: 'dagwright/1', name: '' } satisfies Design);
    const [dag] = design.dags ?? [];

    it('has every server, database and volume', () => {
      expect(dag?.servers).toHaveLength(servers);
      expect(dag?.databases).toHaveLength(databases);
      expect(dag?.servers?.map((server) => server.volumes?.length)).toEqual(Array(servers).fill(perServer));
    });

    it('places every copy as the rows do', () => {
      const rows = (dag?.databases ?? []).flatMap((database) =>
        (database.copies ?? []).map(
          (copy) => `${database.name} ${copy.server} ${copy.activationPreference} ${(copy.replayLagHours ?? 0) / 24}`,
        ),
      );
      expect(rows.sort()).toEqual(readPlacement(folder).copies);
    });

    it('lays copies on volumes as DbMap does, and keeps the spares', () => {
      const { volumes, spares } = readPlacement(folder);
      for (const server of dag?.servers ?? []) {
        const own = (server.volumes ?? [])
          .filter(({ role }) => role === 'data')
          .map((volume) => databasesOn(server.name, volume.name));
        expect(own).toEqual(volumes.get(server.name));
        expect(server.volumes?.filter(({ role }) => role === 'spare')).toHaveLength(spares.get(server.name) ?? 0);
      }
      function databasesOn(server: string, volume: string): string[] {
        return (dag?.databases ?? [])
          .filter(({ copies }) => copies?.some((copy) => copy.server === server && copy.volume === volume))
          .map((database) => database.name);
      }
    });

    it('infers two datacenters of equal size', () => {
      const names = design.datacenters?.map((datacenter) => datacenter.name);
      expect(names).toEqual(['Datacenter 1', 'Datacenter 2']);
      expect(names?.map((each) => dag?.servers?.filter(({ datacenter }) => datacenter === each).length)).toEqual(sides);
    });

    it('loads again, byte for byte', () => {
      const text = writeDesign(design);
      const loaded = loadDesign(text);
      expect(loaded.ok && writeDesign(loaded.value)).toBe(text);
    });
  });

  it.each(['prod-8-servers', 'example-4-servers'])('gives examples/%s.dagwright.json', (name) => {
    const imported = importCalculator(filesOf(join(cases, name)), { name });
    const example = readFileSync(join(root, `examples/${name}.dagwright.json`), 'utf8');
    expect(imported.ok && writeDesign(imported.design)).toBe(example);
  });

  it('says what it dropped, and that nothing is known of servers and mailboxes', () => {
    const imported = importCalculator(filesOf(join(cases, 'prod-8-servers')), { name: 'prod' });
    if (!imported.ok) throw new Error('not imported');
    expect(imported.dropped.map(({ file, column }) => `${file} ${column}`)).toEqual(
      expect.arrayContaining([
        'Servers.csv StartDrive',
        'MailboxDatabases.csv DeletedItemRetention',
        'MailboxDatabases.csv ProhibitSendQuota',
      ]),
    );
    expect(imported.notStated.map(({ path }) => path)).toEqual(expect.arrayContaining(['/hardware', '/mailboxTiers']));
  });
});
