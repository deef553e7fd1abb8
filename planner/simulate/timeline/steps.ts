import type { Subject } from '../../design/subject.ts';

export const stepKinds = [
  'fail',
  'recover',
  'maintenance',
  'respond',
  'switchover',
  'switchback',
  'quorumLost',
  'quorumRegained',
  'offline',
  'mounted',
  'movedBack',
  'reseedStarted',
  'reseedDone',
  'spareMissing',
  'reseedGivenUp',
  'playDownDelayed',
  'playDownStarted',
  'playDownDone',
  'lagBuildsUp',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** Something that happens in a run: an event of the timeline, or what follows from it. */
export interface TimelineStep {
  /** Seconds after the start. */
  readonly atSeconds: number;
  readonly kind: StepKind;
  /** The DAG; null for events of the timeline. */
  readonly dag: string | null;
  /** What it happens to. */
  readonly subjects: readonly Subject[];
  /** How long it goes on from here, the longest of its subjects; null where it is done at once. */
  readonly seconds: number | null;
}

type Told = { -readonly [K in keyof TimelineStep]: TimelineStep[K] } & { readonly subjects: Subject[] };

/** Steps in order; what happens at the same time in the same DAG is told together, with the longest duration. */
export class Steps {
  readonly #list: Told[] = [];

  get list(): readonly TimelineStep[] {
    return this.#list;
  }

  tell(atSeconds: number, kind: StepKind, dag: string | null, about: Subject, seconds: number | null = null): void {
    const same = this.#list.findLast((step) => step.atSeconds === atSeconds && step.kind === kind && step.dag === dag);
    if (same) {
      same.subjects.push(about);
      if (seconds !== null) same.seconds = Math.max(same.seconds ?? 0, seconds);
    } else this.#list.push({ atSeconds, kind, dag, subjects: [about], seconds });
  }
}
