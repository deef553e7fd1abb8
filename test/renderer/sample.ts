import type { Design } from '../../planner/design/types.ts';

/** Two servers in two datacenters, one database, one shared server model. */
export const sample: Design = {
  format: 'dagwright/1',
  name: 'Sample',
  datacenters: [{ name: 'East' }, { name: 'West' }, { name: 'North', role: 'witness' }],
  links: [{ from: 'East', to: 'West', roundTripMs: 20 }],
  pairs: [{ name: 'East-West', datacenters: ['East', 'West'], namespaces: [{ host: 'mail.example.com' }] }],
  hardware: [{ name: 'R740', cores: 24 }],
  mailboxTiers: [{ name: 'Standard', mailboxes: 1000 }],
  dags: [
    {
      name: 'DAG1',
      pair: 'East-West',
      witness: { server: 'EX01', datacenter: 'North' },
      servers: [
        { name: 'EX01', datacenter: 'East', hardware: 'R740', volumes: [{ name: 'Vol1', role: 'data' }] },
        { name: 'EX02', datacenter: 'West', hardware: 'R740', volumes: [{ name: 'Vol1', role: 'data' }] },
      ],
      databases: [
        {
          name: 'DB1',
          mailboxes: { Standard: 1000 },
          copies: [
            { server: 'EX01', volume: 'Vol1', activationPreference: 1 },
            { server: 'EX02', volume: 'Vol1', activationPreference: 2, replayLagHours: 168 },
          ],
        },
      ],
    },
  ],
  waivers: [{ rule: 'bitlocker', subject: 'volume:EX01/Vol1' }],
};
