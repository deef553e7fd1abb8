import { parseSubject, type Subject } from '../design/subject.ts';
import type { DagOutcome, FailoverOutcome } from '../simulate/survivors/index.ts';

/** Failures to draw: what is out of service, and what came of it. */
export interface PlayedFailures {
  /** Selectors in their one form, as `readSelector` gives them. */
  readonly failed: ReadonlySet<Subject>;
  readonly outcome: FailoverOutcome;
  /** The same design with nothing failed. */
  readonly before: FailoverOutcome;
}

/** What has become of one server. */
export interface Fate {
  /** `stopped` runs, but without quorum: it mounts nothing. */
  readonly state: 'up' | 'stopped' | 'failed';
  /** The fraction of the processor that is taken now; undefined where it cannot be known. */
  readonly cpu: number | undefined;
  /** Databases that are active here now. */
  readonly active: ReadonlySet<string>;
  /** Those of them that were active elsewhere, or nowhere, before. */
  readonly activated: ReadonlySet<string>;
  /** Disks of it and copies on it that failed by themselves: names of volumes, and of databases. */
  readonly lostDisks: ReadonlySet<string>;
  readonly lostCopies: ReadonlySet<string>;
}

/** What has become of everything that is drawn. */
export interface Fates {
  readonly servers: ReadonlyMap<string, Fate>;
  readonly failed: ReadonlySet<Subject>;
  readonly dags: ReadonlyMap<string, DagOutcome>;
}

/** Failures sorted by where they are drawn. */
export function fatesOf({ failed, outcome, before }: PlayedFailures): Fates {
  const sets = (): Map<string, Set<string>> => new Map(outcome.servers.map(({ name }) => [name, new Set<string>()]));
  const [active, activated, lostDisks, lostCopies] = [sets(), sets(), sets(), sets()];
  outcome.databases.forEach(({ name, activeOn }, d) => {
    if (activeOn === null) return;
    active.get(activeOn)?.add(name);
    if (before.databases[d]?.activeOn !== activeOn) activated.get(activeOn)?.add(name);
  });
  for (const selector of failed) {
    const { kind, name = '', second = '' } = parseSubject(selector) ?? {};
    if (kind === 'volume') lostDisks.get(name)?.add(second);
    if (kind === 'copy') lostCopies.get(second)?.add(name);
  }
  const mounting = new Set(
    outcome.dags.flatMap(({ partitions }) =>
      partitions.filter(({ hasQuorum }) => hasQuorum).flatMap(({ servers }) => servers),
    ),
  );
  return {
    failed,
    dags: new Map(outcome.dags.map((dag) => [dag.name, dag])),
    servers: new Map(
      outcome.servers.map(({ name, up, cpuUtilization }): [string, Fate] => [
        name,
        {
          state: !up ? 'failed' : mounting.has(name) ? 'up' : 'stopped',
          cpu: cpuUtilization ?? undefined,
          active: active.get(name) ?? none,
          activated: activated.get(name) ?? none,
          lostDisks: lostDisks.get(name) ?? none,
          lostCopies: lostCopies.get(name) ?? none,
        },
      ]),
    ),
  };
}

/** Whether a server carries nothing, so that its disks are drawn without their copies. */
export function isEmptied(fate: Fate | undefined): boolean {
  return fate !== undefined && fate.state !== 'up';
}

const none: ReadonlySet<string> = new Set();

/** Whether two fates look the same. */
export function isSameFate(a: Fate | undefined, b: Fate | undefined): boolean {
  if (a === b) return true;
  return (
    a !== undefined &&
    b !== undefined &&
    a.state === b.state &&
    a.cpu === b.cpu &&
    areSame(a.active, b.active) &&
    areSame(a.activated, b.activated) &&
    areSame(a.lostDisks, b.lostDisks) &&
    areSame(a.lostCopies, b.lostCopies)
  );
}

function areSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}
