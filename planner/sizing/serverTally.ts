import type { PlacedServer } from '../design/index.ts';
import type { Subject } from '../design/subject.ts';
import type { Hardware } from '../design/types.ts';
import { failureModes, type FailureMode } from '../simulate/failover/failureModes.ts';
import type { ExchangeVersion } from './catalog.ts';
import { availableMegacycles } from './cpu.ts';
import { memoryNeed } from './memory.ts';

import type { SizingOptions } from './options.ts';
import type { MissingFields } from './serverFields.ts';
import type { ModeLoad } from './serverLoad.ts';

/** What a server carries in one failure; NaN where something is not stated. */
export interface Carried {
  readonly databases: number;
  readonly mailboxes: number;
  readonly activeMegacycles: number;
  readonly passiveMegacycles: number;
  readonly clientAccessMegacycles: number;
  readonly cacheMB: number;
}

/** What running virtually adds to the megacycles a server needs (facts A2). */
export function hypervisorFactor(hardware: Hardware | undefined, options: SizingOptions): number {
  return hardware?.physical === false ? 1 + options.hypervisorOverheadFraction : 1;
}

type MostActive = Pick<ModeLoad, 'activeDatabases' | 'activeFailed'>;

/** What makes a failure the worst for memory; whole gigabytes are often the same, and the order of the servers is not to decide. */
type MemorySize = readonly number[];

function isMore(one: MemorySize, other: MemorySize): boolean {
  const at = one.findIndex((value, i) => value !== (other[i] ?? -1));
  return (one[at] ?? 0) > (other[at] ?? -1);
}

/** Keeps the worst that a server carries in each mode. The modes come from the worst to the mildest. */
export class ServerTally {
  readonly availableMegacycles: number | undefined;
  /** The design failure, or the first milder mode that leaves the server up. */
  judgedMode: FailureMode | undefined;
  readonly #factor: number;
  readonly #modes: Partial<Record<FailureMode, Omit<ModeLoad, keyof MostActive>>> = {};
  readonly #active: Partial<Record<FailureMode, MostActive>> = {};
  readonly #heaviest: Partial<Record<FailureMode, number>> = {};
  /** The most memory of any failure of the mode, which need not be the one that is heaviest for the CPU. */
  readonly #memory: Partial<Record<FailureMode, Pick<ModeLoad, 'memoryNeed' | 'memoryFailed'>>> = {};
  readonly #memorySize: Partial<Record<FailureMode, MemorySize>> = {};

  constructor(
    readonly server: PlacedServer,
    readonly options: SizingOptions,
    readonly version: ExchangeVersion,
    readonly missing: MissingFields,
  ) {
    const { cores, specIntRate2006 } = server.hardware?.value ?? {};
    this.availableMegacycles = cores === undefined ? undefined : availableMegacycles(cores, specIntRate2006);
    this.#factor = hypervisorFactor(server.hardware?.value, options);
  }

  get modes(): Partial<Record<FailureMode, ModeLoad>> {
    return Object.fromEntries(
      Object.entries(this.#modes).map(([mode, load]) => [
        mode,
        { ...load, ...this.#active[mode as FailureMode], ...this.#memory[mode as FailureMode] },
      ]),
    );
  }

  /** One failure of a mode that leaves the server up. */
  take(mode: FailureMode, failed: readonly Subject[], carried: Carried): void {
    if (this.#judges(mode)) this.judgedMode = mode;
    this.#takeMemory(mode, failed, carried);
    const { databases, mailboxes } = carried;
    if (databases > (this.#active[mode]?.activeDatabases ?? -1))
      this.#active[mode] = { activeDatabases: databases, activeFailed: [...failed] };
    const unweighted = carried.activeMegacycles + carried.passiveMegacycles;
    const weight = Number.isNaN(unweighted) ? databases : unweighted;
    if (weight <= (this.#heaviest[mode] ?? -1)) return;
    this.#heaviest[mode] = weight;
    const activeMegacycles = carried.activeMegacycles * this.#factor;
    const passiveMegacycles = carried.passiveMegacycles * this.#factor;
    const megacycles = this.missing.cpu.length > 0 ? NaN : activeMegacycles + passiveMegacycles;
    this.#modes[mode] = {
      failed: [...failed],
      ...(Number.isFinite(mailboxes) && { activeMailboxes: mailboxes }),
      ...(Number.isFinite(megacycles) && { activeMegacycles, passiveMegacycles }),
      ...(Number.isFinite(megacycles) &&
        this.availableMegacycles !== undefined && { cpuUtilization: megacycles / this.availableMegacycles }),
    };
  }

  #judges(mode: FailureMode): boolean {
    if (this.judgedMode !== undefined) return mode === this.judgedMode;
    return failureModes.indexOf(mode) <= failureModes.indexOf(this.options.designFailure);
  }

  #takeMemory(mode: FailureMode, failed: readonly Subject[], { cacheMB, clientAccessMegacycles }: Carried): void {
    const hardware = this.server.hardware?.value;
    if (hardware?.cores === undefined || this.availableMegacycles === undefined) return;
    if (this.missing.memoryNeed.length > 0 || Number.isNaN(cacheMB)) return;
    const need = memoryNeed({
      version: this.version,
      copies: this.server.copies.length,
      cores: hardware.cores,
      cacheMB,
      clientAccessUtilization:
        hardware.specIntRate2006 === undefined
          ? undefined
          : (clientAccessMegacycles * this.#factor) / this.availableMegacycles,
    });
    const size: MemorySize = [need.neededGB, clientAccessMegacycles, cacheMB];
    if (!isMore(size, this.#memorySize[mode] ?? [0])) return;
    this.#memorySize[mode] = size;
    this.#memory[mode] = { memoryNeed: need, memoryFailed: [...failed] };
  }
}
