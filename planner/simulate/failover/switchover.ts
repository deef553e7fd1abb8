import { indexDesign } from '../../design/index.ts';
import type { Design, Namespace } from '../../design/types.ts';
import type { DagState } from './dagRun.ts';

/** One thing that administrators do. */
export interface SwitchoverStep {
  readonly what: string;
  /** The command, where there is one. */
  readonly command: string | null;
}

/** What administrators do to give up a datacenter, or to take it back. */
export interface Switchover {
  readonly dag: string;
  readonly datacenter: string;
  readonly kind: 'switchover' | 'switchback';
  readonly steps: readonly SwitchoverStep[];
}

/**
 * The steps of a datacenter switchover in their order (facts B6).
 * @param state of the DAG before it
 * @param datacenter the one that is given up
 */
export function switchoverSteps(design: Design, state: DagState, datacenter: string): Switchover {
  const { dag, servers } = state.table;
  const own = servers.filter(({ value }) => value.datacenter === datacenter);
  const others = servers.filter(({ value }) => value.datacenter !== datacenter);
  const isReached = servers.some(({ value }, s) => value.datacenter === datacenter && state.serverUp[s] === 1);
  const given = quote(siteOf(design, datacenter));
  const name = quote(dag.name);
  const sites = [...new Set(others.flatMap(({ value }) => value.datacenter ?? []))].map((site) => siteOf(design, site));
  const stop = `Stop-DatabaseAvailabilityGroup ${name} -ActiveDirectorySite ${given}`;
  const withoutMode =
    dag.datacenterActivationMode === 'DagOnly'
      ? []
      : [
          step(
            'Datacenter activation coordination is not on: the commands below need it. Without it, stop the cluster service in the lost datacenter, force quorum and evict its members by hand.',
            'net start clussvc /forcequorum',
          ),
        ];
  const blocked = others.filter(({ value }) => value.databaseCopyAutoActivationPolicy === 'Blocked');
  return {
    dag: dag.name,
    datacenter,
    kind: 'switchover',
    steps: [
      ...withoutMode,
      step(
        `Mark the ${own.length} members in ${datacenter} as stopped${isReached ? '' : '; they are down, so in Active Directory only'}.`,
        isReached ? stop : `${stop} -ConfigurationOnly`,
      ),
      step('Tell the same to Active Directory in the other datacenter.', `${stop} -ConfigurationOnly`),
      step(`Stop the cluster service on ${namesOf(others)}.`, 'Stop-Service ClusSvc'),
      ...sites.map((site) =>
        step(
          `Evict the stopped members and form the cluster anew${alternateText(state, others.length)}.`,
          `Restore-DatabaseAvailabilityGroup ${name} -ActiveDirectorySite ${quote(site)}`,
        ),
      ),
      blocked.length === 0
        ? step('Databases activate by themselves.')
        : step(
            `Databases activate by themselves, but not on ${namesOf(blocked)}, where activation is blocked: move them by hand.`,
            'Move-ActiveMailboxDatabase',
          ),
      ...clientSteps(design, state, datacenter),
    ],
  };
}

/** The steps of taking a datacenter back, once its servers run and the link is there (facts B6). */
export function switchbackSteps(design: Design, { table }: DagState, datacenter: string): Switchover {
  const name = quote(table.dag.name);
  const bound = boundNamespaces(design, table.dag.pair, datacenter);
  return {
    dag: table.dag.name,
    datacenter,
    kind: 'switchback',
    steps: [
      step(
        `Start the members in ${datacenter} again.`,
        `Start-DatabaseAvailabilityGroup ${name} -ActiveDirectorySite ${quote(siteOf(design, datacenter))}`,
      ),
      step('Let the quorum model and the witness follow.', `Set-DatabaseAvailabilityGroup ${name}`),
      step(
        'Wait until the copies there are healthy: they resynchronise, or are seeded again.',
        'Get-MailboxDatabaseCopyStatus',
      ),
      ...bound.map((namespace) =>
        step(`Point ${namespace.host} at ${datacenter} again, and wait out its time to live${timeToLive(namespace)}.`),
      ),
      step('Move the databases back and mount them.', 'Move-ActiveMailboxDatabase'),
    ],
  };
}

function clientSteps(design: Design, { table }: DagState, datacenter: string): SwitchoverStep[] {
  const bound = boundNamespaces(design, table.dag.pair, datacenter);
  if (bound.length === 0) return [step(`Take the addresses of ${datacenter} out of the names' DNS records.`)];
  return bound.map((namespace) =>
    step(
      `Point ${namespace.host} at the other datacenter; clients follow once its time to live is over${timeToLive(namespace)}.`,
    ),
  );
}

function boundNamespaces(design: Design, pair: string | undefined, datacenter: string): readonly Namespace[] {
  const placed = pair === undefined ? undefined : indexDesign(design).pairs.get(pair);
  return (placed?.value.namespaces ?? []).filter(
    (namespace) => namespace.model === 'bound' && namespace.datacenter === datacenter,
  );
}

function timeToLive({ timeToLiveSeconds }: Namespace): string {
  return timeToLiveSeconds === undefined ? '' : `, ${timeToLiveSeconds} s`;
}

function alternateText({ table }: DagState, left: number): string {
  const { alternateWitness } = table.dag;
  if (left % 2 === 1 && left !== 1) return '';
  const server = alternateWitness?.server;
  return alternateWitness === undefined
    ? ', with the witness as it is: no alternate is stated'
    : `, with the alternate witness${server === undefined ? '' : ` ${server}`}`;
}

function siteOf(design: Design, datacenter: string): string {
  return indexDesign(design).datacenters.get(datacenter)?.value.adSite ?? datacenter;
}

function namesOf(servers: readonly { readonly value: { readonly name: string } }[]): string {
  return servers.map(({ value }) => value.name).join(', ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function step(what: string, command: string | null = null): SwitchoverStep {
  return { what, command };
}
