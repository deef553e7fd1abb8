import { subject } from '../../design/subject.ts';
import type { Design } from '../../design/types.ts';
import { databaseLoads } from '../../sizing/databaseLoads.ts';
import { isLagged, type DagState, type FailoverRun } from '../failover/index.ts';
import type { Agenda } from './agenda.ts';
import type { Durations } from './durations.ts';
import type { Steps } from './steps.ts';

const HOUR = 3600;

/** What play-downs share with the run that they belong to. */
export interface PlayDownSurroundings {
  readonly design: Design;
  readonly run: FailoverRun;
  readonly agenda: Agenda;
  readonly steps: Steps;
  readonly durations: Durations;
  readonly note: (text: string) => void;
}

/**
 * Replay Lag Manager (facts A8): while a database has had too few highly available copies for a day, its lagged copies
 * replay their logs and serve as others do. High read latency delays the start.
 */
export class PlayDowns {
  /** By DAG and database, counts the times that copies were too few or enough again. */
  readonly #turns: readonly Int32Array[];
  readonly #tooFew: readonly Uint8Array[];
  readonly #played: readonly Set<number>[];

  constructor(readonly around: PlayDownSurroundings) {
    const { dags } = around.run;
    this.#turns = dags.map(({ table }) => new Int32Array(table.databases.length));
    this.#tooFew = dags.map(({ table }) => new Uint8Array(table.databases.length));
    this.#played = dags.map(() => new Set());
  }

  /** Looks at every database after a change. */
  follow(): void {
    this.around.run.dags.forEach((state, d) => {
      if (!this.#isOn(state)) return;
      state.table.databases.forEach((_, database) => this.#judge(state, d, database));
    });
  }

  /** Seconds until a copy has replayed what it trails behind; 0 for one that does not, or is played down. */
  replaySeconds(d: number, candidate: number): number {
    const { design, durations, run, note } = this.around;
    const copy = run.dags[d]?.table.candidates[candidate];
    if (!copy || !isLagged(copy.value) || this.#played[d]?.has(candidate)) return 0;
    const load = databaseLoads(design).loads.get(copy.database.name);
    if (!load) {
      note(`The logs of ${copy.database.name} are not known; their replay takes no time.`);
      return 0;
    }
    const logs = ((load.logsPerDay + load.moveLogsPerWeek / 7) * (copy.value.replayLagHours ?? 0)) / 24;
    return logs / durations.replayLogsPerSecond;
  }

  /** A copy is mounted: it has replayed its logs. */
  mounted(d: number, candidate: number): void {
    const copy = this.around.run.dags[d]?.table.candidates[candidate];
    if (!copy || !isLagged(copy.value)) return;
    this.#played[d]?.add(candidate);
    this.around.run.runs[d]?.setReplayQueue(candidate, 0);
  }

  #isOn({ table }: DagState): boolean {
    const { exchange } = this.around.design;
    return table.dag.replayLagManagerEnabled ?? exchange?.version !== '2013';
  }

  #judge(state: DagState, d: number, database: number): void {
    const { durations, agenda } = this.around;
    const lagged = laggedCandidates(state, database);
    const [turns, tooFew] = [this.#turns[d], this.#tooFew[d]];
    if (lagged.length === 0 || !turns || !tooFew) return;
    const isTooFew = availableCopies(state, database) < durations.playDownCopies;
    // What is active replays as it goes; its lag builds up once it is passive again.
    const idle = isTooFew ? [] : lagged.filter((candidate) => state.chosen[database] !== candidate);
    for (const candidate of idle) this.#restore(d, candidate);
    if (isTooFew === (tooFew[database] === 1)) return;
    tooFew[database] = isTooFew ? 1 : 0;
    const turn = (turns[database] = (turns[database] ?? 0) + 1);
    const holds = () => turns[database] === turn;
    if (isTooFew) agenda.after(durations.playDownAfterHours * HOUR, () => this.#begin(d, database, holds));
  }

  #begin(d: number, database: number, holds: () => boolean): void {
    const { durations, agenda, run } = this.around;
    const state = run.dags[d];
    if (!state || !holds()) return;
    const isSlow = durations.readLatencyMs > durations.playDownLatencyMs;
    const delay = isSlow ? durations.replayLagMaxDelayHours * HOUR : 0;
    for (const candidate of laggedCandidates(state, database)) {
      if (!this.#needsReplay(d, candidate)) continue;
      if (delay > 0) this.#tell('playDownDelayed', d, candidate, delay);
      agenda.after(delay, () => {
        if (!holds() || !this.#needsReplay(d, candidate)) return;
        const seconds = this.replaySeconds(d, candidate);
        this.#tell('playDownStarted', d, candidate, seconds);
        agenda.after(seconds, () => {
          if (holds() && this.#needsReplay(d, candidate)) this.#finish(d, candidate);
        });
      });
    }
  }

  /** Whether a copy is there, trails behind, and does not replay to be mounted already. */
  #needsReplay(d: number, candidate: number): boolean {
    const state = this.around.run.dags[d];
    if (!state || this.#played[d]?.has(candidate) || state.chosen.includes(candidate)) return false;
    const copy = state.table.candidates[candidate]?.value;
    const server = state.table.candidateServer[candidate] ?? -1;
    return copy !== undefined && !state.lost.has(copy) && state.serverMounts[server] === 1;
  }

  #finish(d: number, candidate: number): void {
    this.#played[d]?.add(candidate);
    this.around.run.runs[d]?.setReplayQueue(candidate, 0);
    this.#tell('playDownDone', d, candidate);
  }

  #restore(d: number, candidate: number): void {
    if (!this.#played[d]?.delete(candidate)) return;
    this.around.run.runs[d]?.setReplayQueue(candidate, Infinity);
    const lagHours = this.around.run.dags[d]?.table.candidates[candidate]?.value.replayLagHours ?? 0;
    this.#tell('lagBuildsUp', d, candidate, lagHours * HOUR);
  }

  #tell(kind: Parameters<Steps['tell']>[1], d: number, candidate: number, seconds: number | null = null): void {
    const { steps, agenda, run } = this.around;
    const table = run.dags[d]?.table;
    const copy = table?.candidates[candidate];
    if (!table || !copy) return;
    steps.tell(agenda.now, kind, table.dag.name, subject.copy(copy.database.name, copy.value.server), seconds);
  }
}

function laggedCandidates({ table }: DagState, database: number): number[] {
  const found: number[] = [];
  for (let c = table.firstCandidate[database] ?? 0; c < (table.firstCandidate[database + 1] ?? 0); c++) {
    const copy = table.candidates[c]?.value;
    if (copy && isLagged(copy)) found.push(c);
  }
  return found;
}

/** Highly available copies on servers that may mount them and on disks that are left. */
function availableCopies({ table, lost, serverMounts }: DagState, database: number): number {
  const up = new Set(table.servers.filter((_, s) => serverMounts[s] === 1).map(({ value }) => value.name));
  return (table.databases[database]?.copies ?? []).filter(
    (copy) => !isLagged(copy) && !lost.has(copy) && up.has(copy.server),
  ).length;
}
