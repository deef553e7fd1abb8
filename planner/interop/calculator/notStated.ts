import type { Design } from '../../design/types.ts';

/** Something that a design can state and an export does not. */
export interface NotStated {
  /** JSON Pointer into the design; `*` stands for every item. */
  readonly path: string;
  /** What it is, in words. */
  readonly what: string;
}

/** What an imported design leaves open. DAGInfo.csv, where it is there, tells some of the DAG's settings. */
export function notStatedBy(design: Design): NotStated[] {
  const [dag] = design.dags ?? [];
  const always = [
    { path: '/exchange', what: 'the Exchange version and its cumulative update' },
    { path: '/directory', what: 'Active Directory' },
    { path: '/coexistence', what: 'other Exchange versions in the organization' },
    { path: '/transport', what: 'Safety Net and the queues' },
    { path: '/links', what: 'the links between the datacenters' },
    { path: '/datacenters/*/adSite', what: 'the Active Directory sites' },
    { path: '/pairs/*/namespaces', what: 'the namespaces, the load balancer and Office Online' },
    { path: '/mailboxTiers', what: 'the mailboxes' },
    { path: '/dags/*/databases/*/mailboxes', what: 'the mailboxes of each database' },
    { path: '/hardware', what: 'the server models' },
    { path: '/dags/*/servers/*/operatingSystem', what: 'the operating systems' },
    { path: '/dags/*/servers/*/volumes/*/fileSystem', what: 'how the volumes are formatted and encrypted' },
    { path: '/dags/*/networks', what: 'the networks of the DAG' },
  ];
  const settings = [
    ['witness', 'the witness'],
    ['administrativeAccessPoint', 'the administrative access point'],
    ['datacenterActivationMode', 'the datacenter activation mode'],
    ['replayLagManagerEnabled', 'Replay Lag Manager'],
  ] as const;
  return [
    ...always,
    ...settings
      .filter(([property]) => dag?.[property] === undefined)
      .map(([property, what]) => ({ path: `/dags/*/${property}`, what })),
  ];
}
