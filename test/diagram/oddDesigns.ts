import type { Dag, Design, Server } from '../../planner/design/types.ts';

const base = { format: 'dagwright/1', name: 'Odd' } as const;
const volumes = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `V${i + 1}` }));

function withServers(...servers: Server[]): Design {
  return { ...base, dags: [{ name: 'DAG1', servers }] };
}

function withCopies(count: number, preference?: number): Design {
  const copies = [
    { server: 'EX1', volume: 'V1', ...(preference !== undefined && { activationPreference: preference }) },
  ];
  const databases = Array.from({ length: count }, (_, i) => ({ name: `DB${i + 1}`, copies }));
  return { ...base, dags: [{ name: 'DAG1', servers: [{ name: 'EX1', volumes: volumes(1) }], databases }] };
}

const pair = { name: 'P', datacenters: ['A', 'B'] as [string, string] };
const sites = [{ name: 'A' }, { name: 'B' }];

/** Designs that load and that no Preferred Architecture knows; each must still be drawn. */
export const oddDesigns: Readonly<Record<string, Design>> = {
  empty: base,
  'empty lists': { ...base, dags: [], pairs: [], datacenters: [], links: [], hardware: [] },
  'datacenters without a pair': { ...base, datacenters: sites },
  'a pair without a DAG': { ...base, datacenters: sites, pairs: [pair] },
  'a DAG without servers': { ...base, dags: [{ name: 'DAG1' }] },
  'a DAG without servers in a pair': {
    ...base,
    datacenters: sites,
    pairs: [pair],
    dags: [{ name: 'DAG1', pair: 'P' }],
  },
  'no datacenter stated': withServers({ name: 'EX1' }, { name: 'EX2' }),
  'some datacenters stated': {
    ...withServers({ name: 'EX1', datacenter: 'A' }, { name: 'EX2' }),
    datacenters: sites,
    pairs: [pair],
  },
  'servers of a third datacenter': {
    ...withServers({ name: 'EX1', datacenter: 'A' }, { name: 'EX2', datacenter: 'C' }),
    datacenters: [...sites, { name: 'C' }],
    pairs: [pair],
    dags: [
      {
        name: 'DAG1',
        pair: 'P',
        servers: [
          { name: 'EX1', datacenter: 'A' },
          { name: 'EX2', datacenter: 'C' },
        ],
      },
    ],
  },
  'servers without volumes': withServers({ name: 'EX1', datacenter: 'A' }),
  'volumes without copies': withServers({ name: 'EX1', volumes: volumes(5) }),
  'copies without a volume': {
    ...base,
    dags: [
      {
        name: 'DAG1',
        servers: [{ name: 'EX1' }],
        databases: Array.from({ length: 9 }, (_, i) => ({ name: `DB${i}`, copies: [{ server: 'EX1' }] })),
      },
    ],
  },
  'one copy on a disk': withCopies(1, 1),
  'seven copies on a disk': withCopies(7, 2),
  'a hundred copies on a disk': withCopies(100),
  'preferences above four': withCopies(3, 9),
  'one server with 200 disks': withServers({ name: 'EX1', volumes: volumes(200) }),
  'a million system disks': {
    ...withServers({ name: 'EX1', hardware: 'H' }),
    hardware: [{ name: 'H', systemDisks: { count: 1e6 } }],
  },
  'an odd number of members': {
    ...base,
    datacenters: sites,
    pairs: [pair],
    dags: [
      {
        name: 'DAG1',
        witness: { kind: 'cloud' },
        servers: ['A', 'A', 'B'].map((datacenter, i): Server => ({ name: `EX${i}`, datacenter })),
      },
    ],
  },
  'a witness for every DAG': {
    ...base,
    datacenters: sites,
    pairs: [pair],
    dags: Array.from({ length: 6 }, (_, i): Dag => ({ name: `DAG${i}`, pair: 'P', witness: { server: `FS${i}` } })),
  },
  'several pairs': {
    ...base,
    datacenters: [...sites, { name: 'C' }, { name: 'D' }],
    pairs: [pair, { name: 'Q', datacenters: ['C', 'D'] }],
    links: [{ from: 'D', to: 'C' }],
    dags: [
      { name: 'DAG1', servers: [{ name: 'EX1', datacenter: 'A' }] },
      { name: 'DAG2', servers: [{ name: 'EX2', datacenter: 'D' }] },
      { name: 'DAG3', servers: [{ name: 'EX3' }] },
    ],
  },
  'very long names': {
    ...base,
    name: 'N'.repeat(500),
    datacenters: [{ name: 'D'.repeat(300) }],
    dags: [
      {
        name: 'G'.repeat(300),
        servers: [{ name: 'S'.repeat(300), datacenter: 'D'.repeat(300), volumes: [{ name: 'V'.repeat(300) }] }],
        databases: [
          {
            name: 'B'.repeat(300),
            copies: [{ server: 'S'.repeat(300), volume: 'V'.repeat(300), activationPreference: 1 }],
          },
        ],
      },
    ],
  },
  'hostile names': {
    ...base,
    name: `<script>alert("x")</script> & 'co' ]]>`,
    datacenters: [{ name: `<A> & "B"` }],
    dags: [{ name: `D'<&>"`, servers: [{ name: `<EX>&"'`, datacenter: `<A> & "B"`, volumes: [{ name: '<v>' }] }] }],
  },
  'right-to-left names': withServers(
    { name: 'خادم-١', datacenter: 'القاهرة' },
    { name: 'שרת-2', datacenter: 'תל אביב' },
  ),
};
