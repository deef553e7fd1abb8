import type { CapacityRow } from '../../../renderer/capacity/rows.ts';

/** Three servers: EX10 is up when nothing fails only, of EX2 neither the memory nor the disk is known. */
export const sampleRows: readonly CapacityRow[] = [
  {
    server: 'EX10',
    dag: 'DAG1',
    datacenter: 'East',
    copies: 8,
    modes: {
      normal: {
        activeDatabases: 2,
        cpu: { share: 0.5, used: 12000, available: 24000 },
        memory: { share: 0.75, used: 96, available: 128 },
        failed: '',
      },
    },
    disk: { share: 0.9, used: 900, available: 1000, volume: 'V1' },
    iops: { share: 0.4, used: 24, available: 60, volume: 'V1' },
  },
  {
    server: 'EX2',
    dag: 'DAG1',
    datacenter: 'West',
    copies: 8,
    modes: {
      normal: { activeDatabases: 3, cpu: { share: 0.6, used: 14400, available: 24000 }, failed: '' },
      oneServer: { activeDatabases: 5, cpu: { share: 0.85, used: 20400, available: 24000 }, failed: 'EX10' },
    },
    iops: { share: 1.1, used: 66, available: 60, volume: 'V4' },
  },
  {
    server: '=EX3',
    dag: 'DAG1',
    datacenter: '',
    copies: 0,
    modes: { normal: { activeDatabases: 0, failed: '' } },
  },
];
