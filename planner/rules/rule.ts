import type { Command } from '../design/edit.ts';
import type { Placed } from '../design/index.ts';
import type { Pointer } from '../design/pointer.ts';
import type { Subject } from '../design/subject.ts';
import type { Dag, Design } from '../design/types.ts';

/** error: unsupported or it cannot work. warning: works but deviates from the PA. info: advice. */
export type Severity = 'error' | 'warning' | 'info';

export type Area = 'clients' | 'datacenters' | 'servers' | 'volumes' | 'dag' | 'copies' | 'support' | 'waivers';

export interface Source {
  /** The document, as a reader would look for it. */
  readonly title: string;
  /** Its public address, where it has one. */
  readonly url?: string;
  /** The fact's number in the project's fact sheet, such as "A4.3"; "" for what the planner itself finds. */
  readonly fact: string;
  /** A rule whose confidence is recalled or secondary is never an error. */
  readonly confidence: 'quoted' | 'derived' | 'secondary' | 'recalled';
}

export interface ParameterDescription {
  readonly type: 'number' | 'string' | 'boolean' | 'strings' | 'table';
  readonly description: string;
  readonly unit?: string;
}

/** One row of a table parameter, such as the operating systems that an Exchange version runs on. */
export type TableRow = Readonly<Record<string, string | number>>;

export type ParameterValue = number | string | boolean | readonly string[] | readonly TableRow[];
export type Parameters = Readonly<Record<string, ParameterValue>>;

export type MessageData = Readonly<Record<string, string | number>>;

/** What a rule says about one subject. */
export interface RuleReport {
  readonly messageId: string;
  readonly subject: Subject;
  /** The property that is wrong. */
  readonly path: Pointer;
  readonly data?: MessageData;
}

export interface Reporter {
  /** A violation. */
  report(report: RuleReport): void;
  /** A field that the rule needs and the design does not state. */
  notStated(path: Pointer): void;
}

interface RuleFacts<P extends Parameters> {
  /** The one id: file, test, docs page, ruleset. */
  readonly id: string;
  readonly area: Area;
  /** What holds in a design that meets it: "Servers have 20 to 24 cores". */
  readonly title: string;
  /** Why it matters, in one or two sentences. */
  readonly why: string;
  readonly source: Source;
  readonly parameters: { readonly [K in keyof P]: ParameterDescription };
  /** Texts by message id, with {placeholders} for the data and the parameters. */
  readonly messages: Readonly<Record<string, string>>;
  /** The messages that `fix` mends, where it does not mend all. */
  readonly mends?: readonly string[];
  /** The mechanical mend of one finding, where there is one. It sets or removes properties; places in lists stay. */
  fix?(design: Design, finding: FixableFinding, parameters: P): Command | undefined;
}

/** A rule about the design as a whole, or about what stands in several DAGs. */
export interface DesignRule<P extends Parameters = Parameters> extends RuleFacts<P> {
  check(design: Design, parameters: P, reporter: Reporter): void;
}

/**
 * A rule about each DAG by itself. It asks about that DAG and what stands beside the DAGs, never about another one or about notes, so
 * that an edit judges anew only the DAG that it touches.
 */
export interface DagRule<P extends Parameters = Parameters> extends RuleFacts<P> {
  checkDag(design: Design, dag: Placed<Dag>, parameters: P, reporter: Reporter): void;
}

export type Rule<P extends Parameters = Parameters> = DesignRule<P> | DagRule<P>;

/** What a mend needs to know of its finding. */
export type FixableFinding = Pick<Finding, 'subject' | 'path' | 'messageId' | 'data'>;

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: Subject;
  readonly path: Pointer;
  readonly messageId: string;
  readonly data: MessageData;
  readonly message: string;
  readonly why: string;
  readonly source: Source;
  readonly fixable: boolean;
  /** The waiver that silences it. */
  readonly waiver?: { readonly reason?: string; readonly by?: string; readonly until?: string };
}

export interface Verdict {
  readonly ruleset: string;
  /** Findings by severity; a waived one counts only as waived. */
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly waived: number };
  /** checked = met + violated (an error or a warning, waived or not; advice leaves a rule met); checked + notStated = all. */
  readonly rules: { readonly checked: number; readonly met: number; readonly notStated: number };
  /** By severity, then in the ruleset's order, then in file order. */
  readonly findings: readonly Finding[];
  /** Rules that stayed silent, and the fields they lack. */
  readonly notStated: readonly { readonly rule: string; readonly paths: readonly Pointer[] }[];
}
