import { indexDesign } from '../../design/index.ts';
import { subject, type Subject } from '../../design/subject.ts';
import type { Dag, Design } from '../../design/types.ts';
import { databaseSizes } from '../../sizing/databaseLoads.ts';
import type { FailoverRun } from '../failover/index.ts';
import type { Agenda } from './agenda.ts';
import type { Durations } from './durations.ts';
import type { Steps } from './steps.ts';

interface Copy {
  readonly selector: Subject;
  readonly database: string;
  readonly size: number | undefined;
}

/** A disk with what AutoReseed needs to know of it. */
interface Disk {
  readonly selector: Subject;
  readonly server: string;
  readonly volume: string;
  readonly dag: Dag;
}

const MB_PER_GB = 1024;

/** What reseeding shares with the run that it belongs to. */
export interface Surroundings {
  readonly design: Design;
  readonly run: FailoverRun;
  readonly agenda: Agenda;
  readonly steps: Steps;
  readonly durations: Durations;
  /** Told when copies are back, so that databases and lagged copies follow. */
  readonly changed: () => void;
  readonly note: (text: string) => void;
}

/**
 * AutoReseed and replaced disks (facts A9): the copies of a failed disk are seeded on a spare of its server from their
 * active copies, those with different sources side by side; a disk that is replaced is the next spare, or is seeded in
 * place where no spare has taken its copies.
 */
export class Reseeding {
  readonly #copies = new Map<Subject, readonly Copy[]>();
  /** By server the volumes that AutoReseed may take. */
  readonly #spares = new Map<string, Set<string>>();
  /** Counts what happened to each disk, so that a workflow which something overtook ends. */
  readonly #turns = new Map<Subject, number>();
  /** The spare that a disk's copies are being seeded on. */
  readonly #taken = new Map<Subject, string>();
  /** Disks for which there was no spare. */
  readonly #waiting = new Map<Subject, Disk>();

  constructor(readonly around: Surroundings) {
    const sizes = databaseSizes(around.design);
    for (const { value: server, volumes } of indexDesign(around.design).servers.values()) {
      this.#spares.set(
        server.name,
        new Set(volumes.flatMap(({ value }) => (value.role === 'spare' ? value.name : []))),
      );
      for (const { value, copies } of volumes) {
        const held = copies.map(({ database: { name } }): Copy => ({
          selector: subject.copy(name, server.name),
          database: name,
          size: sizes.get(name),
        }));
        if (held.length > 0) this.#copies.set(subject.volume(server.name, value.name), held);
      }
    }
  }

  /** A disk has failed. */
  failed(selector: Subject): void {
    const disk = this.#disk(selector);
    const turn = this.#turn(selector);
    if (!disk || !this.#copies.has(selector) || disk.dag.autoDagAutoReseedEnabled === false) return;
    this.#start(disk, turn);
  }

  /** A disk is replaced by an empty one. */
  replaced(selector: Subject): void {
    const { run, agenda, steps } = this.around;
    const disk = this.#disk(selector);
    const turn = this.#turn(selector);
    this.#waiting.delete(selector);
    if (!disk || !run.failed.delete(selector)) {
      run.play({ heal: [selector] });
      return;
    }
    this.#giveBack(disk);
    const copies = this.#copies.get(selector);
    if (!copies) {
      this.#spares.get(disk.server)?.add(disk.volume);
      return;
    }
    for (const copy of copies) run.failed.add(copy.selector);
    const seconds = this.#seedSeconds(disk, copies);
    steps.tell(agenda.now, 'reseedStarted', disk.dag.name, selector, seconds);
    agenda.after(seconds, () => {
      if (this.#turns.get(selector) !== turn || run.failed.has(selector)) return;
      this.#seeded(disk, copies);
    });
  }

  /** Something has come back: AutoReseed looks for spares anew. */
  retry(): void {
    for (const [selector, disk] of this.#waiting) this.#start(disk, this.#turn(selector));
    this.#waiting.clear();
  }

  #start(disk: Disk, turn: number): void {
    const { reseedStartMinutes, reseedResumeTries, reseedResumeIntervalMinutes } = this.around.durations;
    const minutes = reseedStartMinutes + reseedResumeTries * reseedResumeIntervalMinutes;
    this.around.agenda.after(minutes * 60, () => this.#try(disk, turn, 1));
  }

  #try(disk: Disk, turn: number, attempt: number): void {
    const { agenda, steps, durations } = this.around;
    if (this.#turns.get(disk.selector) !== turn) return;
    const spare = this.#isUp(disk) ? this.#spareOf(disk) : undefined;
    if (spare === undefined) {
      if (attempt < durations.spareTries) {
        if (attempt === 1) steps.tell(agenda.now, 'spareMissing', disk.dag.name, disk.selector);
        agenda.after(durations.spareTryIntervalMinutes * 60, () => this.#try(disk, turn, attempt + 1));
      } else {
        steps.tell(agenda.now, 'reseedGivenUp', disk.dag.name, disk.selector);
        this.#waiting.set(disk.selector, disk);
      }
      return;
    }
    const copies = this.#copies.get(disk.selector) ?? [];
    const seconds = this.#seedSeconds(disk, copies);
    this.#spares.get(disk.server)?.delete(spare);
    this.#taken.set(disk.selector, spare);
    steps.tell(agenda.now, 'reseedStarted', disk.dag.name, disk.selector, seconds);
    agenda.after(seconds, () => this.#seededOnSpare(disk, turn, spare));
  }

  #seededOnSpare(disk: Disk, turn: number, spare: string): void {
    if (this.#turns.get(disk.selector) !== turn) return;
    const target = subject.volume(disk.server, spare);
    if (!this.#isUp(disk) || this.around.run.failed.has(target)) {
      this.#giveBack(disk);
      this.#start(disk, turn);
      return;
    }
    this.#taken.delete(disk.selector);
    const copies = this.#copies.get(disk.selector) ?? [];
    this.#copies.delete(disk.selector);
    this.#copies.set(target, copies);
    const dag = this.around.run.runs.find(({ table }) => table.dag === disk.dag);
    dag?.reseed(
      copies.map((copy) => copy.selector),
      spare,
    );
    this.#seeded(disk, copies);
  }

  /** The copies are back, but for those whose databases had no active copy to be seeded from. */
  #seeded(disk: Disk, copies: readonly Copy[]): void {
    const { run, steps, agenda, changed } = this.around;
    for (const copy of copies) {
      if (this.#sourceOf(disk, copy) === undefined) run.failed.add(copy.selector);
      else run.failed.delete(copy.selector);
    }
    steps.tell(agenda.now, 'reseedDone', disk.dag.name, disk.selector);
    changed();
  }

  /** The slowest source decides: each seeds its copies at one rate, and all of them side by side. */
  #seedSeconds(disk: Disk, copies: readonly Copy[]): number {
    const bySource = new Map<string, number>();
    for (const copy of copies) {
      const source = this.#sourceOf(disk, copy);
      if (source === undefined) continue;
      if (copy.size === undefined) {
        this.around.note(`The size of ${copy.database} is not known; its seeding takes no time.`);
      }
      bySource.set(source, (bySource.get(source) ?? 0) + (copy.size ?? 0));
    }
    return (Math.max(0, ...bySource.values()) * MB_PER_GB) / this.around.durations.seedMBPerSecond;
  }

  /** The server on which a copy's database is active. */
  #sourceOf(disk: Disk, { database }: Copy): string | undefined {
    const state = this.around.run.dags.find(({ table }) => table.dag === disk.dag);
    const number = state?.table.databases.findIndex(({ name }) => name === database) ?? -1;
    return state?.table.candidates[state.chosen[number] ?? -1]?.value.server;
  }

  #isUp({ dag, server }: Disk): boolean {
    const state = this.around.run.dags.find(({ table }) => table.dag === dag);
    return state?.table.servers.some(({ value }, s) => value.name === server && state.serverUp[s] === 1) ?? false;
  }

  #spareOf({ server }: Disk): string | undefined {
    return [...(this.#spares.get(server) ?? [])].find(
      (volume) => !this.around.run.failed.has(subject.volume(server, volume)),
    );
  }

  #giveBack(disk: Disk): void {
    const spare = this.#taken.get(disk.selector);
    if (spare !== undefined) this.#spares.get(disk.server)?.add(spare);
    this.#taken.delete(disk.selector);
  }

  #disk(selector: Subject): Disk | undefined {
    const [server = '', volume = ''] = selector.replace(/^volume:/, '').split('/');
    const host = indexDesign(this.around.design).servers.get(server);
    return host && { selector, server, volume, dag: host.dag };
  }

  #turn(selector: Subject): number {
    const turn = (this.#turns.get(selector) ?? 0) + 1;
    this.#turns.set(selector, turn);
    return turn;
  }
}
