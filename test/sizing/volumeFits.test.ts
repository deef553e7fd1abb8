import { describe, expect, it } from 'vitest';
import type { Design } from '../../planner/design/types.ts';
import { volumeFits } from '../../planner/sizing/index.ts';

/** One server with a disk of 1,000 GB, with room for two databases of 100 mailboxes of 2 GB and not for three. */
const design = (mailboxes: number, capacityGB?: number): Design => ({
  format: 'dagwright/1',
  name: 'Fits',
  hardware: [
    {
      name: 'H',
      dataDisk: {
        rpm: 7200,
        interface: 'SAS',
        formFactorInches: 3.5,
        layout: 'JBOD',
        ...(capacityGB && { capacityGB }),
      },
    },
  ],
  mailboxTiers: [{ name: 'Staff', messagesPerDay: 50, averageMessageKB: 75, quotaMB: 2048 }],
  dags: [
    {
      name: 'DAG1',
      servers: [
        {
          name: 'A',
          hardware: 'H',
          volumes: [
            { name: 'V1', role: 'data' },
            { name: 'V2', role: 'data' },
          ],
        },
      ],
      databases: ['D1', 'D2', 'D3'].map((name, d) => ({
        name,
        mailboxes: { Staff: mailboxes },
        copies: [{ server: 'A', volume: d < 2 ? 'V1' : 'V2', activationPreference: 1, replayLagHours: 0 }],
      })),
    },
  ],
});

describe('volumeFits(design)(server, volume, databases)', () => {
  it('says whether databases fit together with the free space that the sizing keeps', () => {
    const fits = volumeFits(design(100, 1000));
    expect([['D1'], ['D1', 'D2'], ['D1', 'D2', 'D3']].map((names) => fits('A', 'V2', names))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('lets a disk hold as much as the fullest of those that are overfull already, and no more', () => {
    const fits = volumeFits(design(200, 1000));
    expect(fits('A', 'V2', ['D2', 'D3'])).toBe(true);
    expect(fits('A', 'V2', ['D1', 'D2', 'D3'])).toBe(false);
  });

  it('asks nothing where capacity, load or volume is not stated', () => {
    expect(volumeFits(design(100_000))('A', 'V3', ['D1', 'D2', 'D3'])).toBe(true);
    expect(volumeFits({ ...design(100, 1000), mailboxTiers: [] })('A', 'V1', ['D1', 'D2', 'D3'])).toBe(true);
  });
});
