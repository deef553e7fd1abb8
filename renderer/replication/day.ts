import { applyCommand, type Command, type Edit } from '../../planner/design/edit.ts';
import type { Pointer } from '../../planner/design/pointer.ts';
import type { Design } from '../../planner/design/types.ts';
import { fixFinding } from '../../planner/rules/index.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import { defaultRuleset, findRuleset } from '../../planner/rules/ruleset.ts';
import { callsOf, judge } from '../../planner/rules/validate.ts';
import { ReplicationError, simulateReplication, type LinkLoad } from '../../planner/simulate/replication/index.ts';
import { replicationOptions } from '../../planner/sizing/index.ts';

export interface DayAsk {
  /** What is tried. */
  readonly edits: readonly Edit[];
  /** ISO date, against which waivers expire. */
  readonly today: string;
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
  readonly findings: readonly LinkFinding[];
  /** What keeps the rules from judging. */
  readonly notStated: readonly Pointer[];
  readonly rpoHours: number;
  /** Why no day can be played. */
  readonly problem?: { readonly path: Pointer; readonly message: string };
}

const replicationRules: readonly string[] = ['link-carries-replication', 'replication-rpo'];

/** A day's load of every link, and what the rules on replication say, of the design with what is tried on it. */
export function replicationDay(before: Design, { edits, today }: DayAsk): ReplicationDay {
  const { design } = applyCommand(before, { name: 'what-if', label: '', edits });
  const ruleset = findRuleset(design.ruleset ?? defaultRuleset);
  const calls = callsOf(ruleset).filter(({ rule }) => replicationRules.includes(rule.id));
  const verdict = judge(design, ruleset.name, calls, today);
  const findings = verdict.findings
    .filter(({ rule, waiver }) => replicationRules.includes(rule) && !waiver)
    .map((finding): LinkFinding => {
      const mend = finding.fixable ? fixFinding(design, finding) : undefined;
      return { finding, ...(mend && { mend }) };
    });
  return {
    ...played(design),
    findings,
    notStated: [...new Set(verdict.notStated.flatMap(({ paths }) => paths))],
    rpoHours: replicationOptions(design).rpoHours,
  };
}

function played(design: Design): Pick<ReplicationDay, 'links' | 'notes' | 'problem'> {
  try {
    const { links, notes } = simulateReplication(design);
    return { links, notes };
  } catch (error) {
    if (!(error instanceof ReplicationError)) throw error;
    return { links: [], notes: [], problem: { path: error.path, message: error.message } };
  }
}
