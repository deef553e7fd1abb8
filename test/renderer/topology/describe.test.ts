import { describe as suite, expect, it } from 'vitest';
import { describe, inWords } from '../../../renderer/topology/describe.ts';
import { sampleDesign } from '../../diagram/sampleDesign.ts';

const design = sampleDesign();
const loads = [
  {
    server: 'EX01',
    copies: 48,
    modes: {
      normal: { failed: [], activeDatabases: 12, activeFailed: [], activeMailboxes: 3000, cpuUtilization: 0.382 },
      datacenterAndOneServer: {
        failed: [],
        activeDatabases: 28,
        activeFailed: [],
        activeMailboxes: 7000,
        cpuUtilization: 0.79,
      },
    },
    memoryRequiredGB: 150,
    memoryGB: 192,
    volumes: [{ volume: 'VOL01', copies: 4, requiredGB: 6000, formattedGB: 7500, iops: 40, availableIOPS: 60 }],
    judgedMode: 'datacenterAndOneServer' as const,
    notStated: { cpu: [], memory: [], capacity: [], iops: [] },
  },
];

suite('what is said about a thing', () => {
  it.each([
    [
      'server:EX01',
      'Mailbox server in East, member of DAG1',
      ['38.2 %', '79 %', '12, at most 28', '48', '80 %', '150 GB needed of 192 GB'],
    ],
    ['server:EX02', 'Mailbox server in East, member of DAG1', ['48']],
    ['volume:EX01/VOL01', 'Data disk of EX01', ['8,000 GB', '4', '80 %', '40 IOPS of 60']],
    ['volume:EX01/VOL13', 'Spare disk of EX01', ['8,000 GB']],
    ['copy:DB001/EX01', 'Copy on EX01, VOL01', ['1', '250', 'EX02 (2), EX09 (3), EX10 (4)', 'DB008, DB009, DB015']],
    [
      'copy:DB001/EX10',
      'Copy on EX10, VOL01',
      ['4', '7 d', '250', 'EX01 (1), EX02 (2), EX09 (3)', 'DB002, DB010, DB016'],
    ],
    ['datacenter:East', 'Datacenter', ['8']],
    ['dag:DAG1', 'Database availability group', ['16 servers', '192']],
    ['witness:DAG1', 'Witness of DAG1', ['North']],
    ['link:West/East', 'Link', ['18 ms', '10,000 Mbps each way']],
    ['pair:East–West', 'Datacenter pair', ['mail.contoso.com', 'oos-east, oos-west']],
  ])('%s', (about, subtitle, values) => {
    const description = describe(design, loads, about);
    expect(description?.subtitle).toBe(subtitle);
    expect(description?.rows.map(([, value]) => value)).toEqual(values);
  });

  it.each([
    'server:NONE',
    'copy:NONE/EX01',
    'copy:DB001/NONE',
    'volume:EX01/NONE',
    'dag:NONE',
    'tier:Standard',
    'design',
    'nonsense',
  ])('is nothing for %s', (about) => {
    expect(describe(design, loads, about)).toBeUndefined();
  });

  it('is one sentence for a screen reader', () => {
    const description = describe(design, loads, 'copy:DB001/EX10');
    expect(description && inWords(description)).toBe(
      'DB001, Copy on EX10, VOL01; Activation preference 4; Replay lag 7 d; Mailboxes 250; Other copies EX01 (1), EX02 (2), EX09 (3); On the same disk DB002, DB010, DB016',
    );
  });

  it('of a link tells its peak each way, of what gets through', () => {
    const uses = [
      { from: 'East', to: 'West', peakMbps: 215.26, peakHour: 9, availableMbps: 60 },
      { from: 'West', to: 'East', peakMbps: 1, peakHour: 14, availableMbps: 0 },
      { from: 'West', to: 'North', peakMbps: 1, peakHour: 14, availableMbps: 10 },
    ];
    expect(describe(design, loads, 'link:East/West', uses)?.rows.slice(2)).toEqual([
      ['Peak East → West', '215.3 of 60 Mbps at 09:00 UTC, 358.8 %'],
      ['Peak West → East', '1 of 0 Mbps at 14:00 UTC, nothing gets through'],
    ]);
  });
});
