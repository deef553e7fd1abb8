import { applyCommand, type Command, type Edit } from '../../planner/design/edit.ts';
import type { Pointer } from '../../planner/design/pointer.ts';
import type { Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { linkUses, type LinkUse } from '../../planner/diagram/linkUse.ts';
import { fixFinding } from '../../planner/rules/index.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import { defaultRuleset, findRuleset } from '../../planner/rules/ruleset.ts';
import { callsOf, judge } from '../../planner/rules/validate.ts';
import { FailureError, type FailoverEvent, type FailoverOptions } from '../../planner/simulate/failover/index.ts';
import {
  linkOutages,
  ReplicationError,
  seedCopies,
  simulateReplication,
  type LinkLoad,
  type LinkOutage,
  type Seeding,
} from '../../planner/simulate/replication/index.ts';
import { replicationOptions } from '../../planner/sizing/index.ts';

export interface DayAsk {
  /** What is tried. */
  readonly edits: readonly Edit[];
  /** ISO date, against which waivers expire. */
  readonly today: string;
  /** What has failed before; nothing where it is left out. */
  readonly events?: readonly FailoverEvent[];
  /** How quorum is played, where it is not by default. */
  readonly quorum?: FailoverOptions;
  /** How long every link in turn is down, where that is asked. */
  readonly outageHours?: number;
  /** What is seeded anew, where that is asked. */
  readonly seed?: SeedAsk;
}

/** Copies that are seeded anew. */
export interface SeedAsk {
  readonly selector: Subject;
  /** From a copy in the same datacenter where there is one; else from the active copy. */
  readonly nearestSource: boolean;
}

/** A finding of a rule on replication, with what would mend the design as it is tried. */
export interface LinkFinding {
  readonly finding: Finding;
  readonly mend?: Command;
}

/** All that the replication view shows of a design: plain data, so that it passes between worker and page. */
export interface ReplicationDay {
  /** Both directions of a pair of datacenters one after the other. */
  readonly links: readonly LinkLoad[];
  readonly notes: readonly string[];
  /** Of the design with nothing failed, which is what the rules judge; none of one in which something has. */
  readonly findings: readonly LinkFinding[];
  /** What keeps the rules from judging. */
  readonly notStated: readonly Pointer[];
  readonly rpoHours: number;
  /** Lagged copies that take logs, and how long the one takes that plays down longest. */
  readonly lagged: { readonly copies: number; readonly playDownHours: number };
  readonly outages?: readonly LinkOutage[];
  readonly seeding?: Seeding;
  /** Why it cannot be played, and the field that keeps it from that, if one does. */
  readonly problem?: { readonly path?: Pointer; readonly message: string };
}

const replicationRules: readonly string[] = ['link-carries-replication', 'replication-rpo'];

/** A day's load of every link, and what the rules on replication say, of the design with what is tried on it. */
export function replicationDay(before: Design, ask: DayAsk): ReplicationDay {
  const { edits, today, events = [] } = ask;
  const { design } = applyCommand(before, { name: 'what-if', label: '', edits });
  const ruleset = findRuleset(design.ruleset ?? defaultRuleset);
  const calls = callsOf(ruleset).filter(({ rule }) => replicationRules.includes(rule.id));
  const verdict = judge(design, ruleset.name, calls, today);
  const findings = verdict.findings
    .filter(({ rule, waiver }) => events.length === 0 && replicationRules.includes(rule) && !waiver)
    .map((finding): LinkFinding => {
      const mend = finding.fixable ? fixFinding(design, finding) : undefined;
      return { finding, ...(mend && { mend }) };
    });
  return {
    ...played(design, ask),
    findings,
    notStated: [...new Set(verdict.notStated.flatMap(({ paths }) => paths))],
    rpoHours: replicationOptions(design).rpoHours,
  };
}

/** How the links fare in the busiest hour of a day with nothing failed; empty where no day can be played. */
export function linkUsesOf(design: Design): readonly LinkUse[] {
  return linkUses(played(design, {}).links);
}

function played(
  design: Design,
  { events = [], quorum = {}, outageHours, seed }: Partial<DayAsk>,
): Pick<ReplicationDay, 'links' | 'notes' | 'lagged' | 'outages' | 'seeding' | 'problem'> {
  try {
    const { links, notes, laggedCopies } = simulateReplication(design, events, quorum);
    return {
      links,
      notes,
      lagged: {
        copies: laggedCopies.length,
        playDownHours: Math.max(0, ...laggedCopies.map(({ playDownHours }) => playDownHours)),
      },
      ...(outageHours !== undefined && { outages: linkOutages(design, outageHours, events, quorum) }),
      ...(seed && {
        seeding: seedCopies(design, seed.selector, events, { ...quorum, nearestSource: seed.nearestSource }),
      }),
    };
  } catch (error) {
    return { links: [], notes: [], lagged: { copies: 0, playDownHours: 0 }, problem: problemOf(error) };
  }
}

/** @throws what is no problem of the design or of what is asked */
function problemOf(error: unknown): NonNullable<ReplicationDay['problem']> {
  if (error instanceof FailureError) return { message: `This cannot be played: ${error.message}` };
  if (!(error instanceof ReplicationError)) throw error;
  const { path, message, expected, found } = error;
  return path === '' ? { message: `${message} Expected ${expected}, found ${found}.` } : { path, message };
}
