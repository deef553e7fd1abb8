import type { Edit } from '../../planner/design/edit.ts';
import type { Design } from '../../planner/design/types.ts';
import type { LinkUse } from '../../planner/diagram/index.ts';
import type { ActivationCount, Figure, ServerLoad } from '../../planner/sizing/index.ts';
import type { DiskSets, Progress, SetSize } from '../../planner/simulate/survivors/index.ts';
import type { PairAsk, PairOutcome, SetsAsk } from '../failover/sweeps/sweeps.ts';
import type { TimelineAnswer, TimelineAsk } from '../failover/timeline/run.ts';
import type { WhatIf } from '../../planner/sizing/whatIf.ts';
import type { Capacity } from '../capacity/capacity.ts';
import type { Totals } from '../capacity/compare/totals.ts';
import type { Assumptions } from '../capacity/growth/growth.ts';
import type { DayAsk, ReplicationDay } from '../replication/day.ts';
import type { FigureName } from './figureName.ts';
import type { Judgement } from './judgement.ts';
import type { Breach } from './breaches.ts';
import type { SentParts } from './keptParts.ts';

/** What to try on the design; with what is assumed of the years to come where its growth is asked for too. */
export interface Trial {
  readonly whatIf: WhatIf;
  readonly growth?: Assumptions;
}

/** What can be asked about the design, and what comes back. All of it is plain data. */
export interface Questions {
  /** The verdict on the design and the loads of its servers; dates are judged against a day. */
  readonly judgement: { readonly ask: { readonly today: string }; readonly answer: Judgement };
  /** The capacity of the design when something is tried on it. */
  readonly capacity: { readonly ask: Trial; readonly answer: Capacity };
  /** The rules that a change would break. */
  readonly breaches: {
    readonly ask: { readonly edits: readonly Edit[]; readonly today: string };
    readonly answer: readonly Breach[];
  };
  /** What the design has and how full it is when something is tried on it, as designs are compared. */
  readonly totals: { readonly ask: WhatIf; readonly answer: Totals };
  /** What crosses the links in a day when edits are tried on the design and failures have happened. */
  readonly replication: { readonly ask: DayAsk; readonly answer: ReplicationDay };
  /** How the links fare in the busiest hour of a day; empty where no day can be played. */
  readonly linkUses: { readonly ask: null; readonly answer: readonly LinkUse[] };
  /** A figure and everything that it is made from, itself first; empty where the design has no such figure. */
  readonly working: { readonly ask: FigureName; readonly answer: readonly Figure[] };
  /** The most databases that a server activates, by DAG and mode of failure. */
  readonly activations: { readonly ask: null; readonly answer: readonly ActivationCount[] };
  /** Every set of up to so many failed servers of a DAG, by size. */
  readonly serverSets: { readonly ask: SetsAsk; readonly answer: readonly SetSize[] };
  /** A server of a DAG failed alone, and with each that comes after it in the file. */
  readonly serverPairs: { readonly ask: PairAsk; readonly answer: readonly PairOutcome[] };
  /** What comes of events with their times; where they cannot be played, why. */
  readonly timeline: { readonly ask: TimelineAsk; readonly answer: TimelineAnswer };
  /** Every disk and every pair of disks of a DAG; it takes long, tells how far it has come and can be cancelled. */
  readonly diskPairs: { readonly ask: { readonly dag: string }; readonly answer: DiskSets };
}
export type QuestionKind = keyof Questions;

/** What the page sends: first the design, then what changes of it, and questions about it, which it may cancel. */
export type Request =
  { readonly design: Design } | { readonly edits: readonly Edit[] } | { readonly cancel: number } | Question;

export type Question = {
  [K in QuestionKind]: { readonly id: number; readonly kind: K; readonly ask: Questions[K]['ask'] };
}[QuestionKind];

/** A judgement as it is sent, after each edit: only the loads that it changed go again. */
export interface SentJudgement extends Omit<Judgement, 'loads'> {
  readonly loads: SentParts<ServerLoad>;
}

/** What comes back: for some questions first how far their answer has come. */
export type Response =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly judgement: SentJudgement }
  | { readonly id: number; readonly answer: Questions[QuestionKind]['answer'] }
  | { readonly id: number; readonly fault: string };
