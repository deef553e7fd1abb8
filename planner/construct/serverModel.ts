import type { Hardware } from '../design/types.ts';
import { diskIOPS } from '../sizing/catalog.ts';
import { availableMegacycles } from '../sizing/cpu.ts';
import { hypervisorFactor } from '../sizing/serverTally.ts';
import { formattedGB } from '../sizing/volume.ts';
import type { CompleteRequirements } from './requirements.ts';

/** The hardware that a shape is checked against; everything it needs is stated. */
export interface ServerModel {
  readonly cores: number;
  readonly memoryGB: number;
  readonly bays: number;
  readonly systemDisks: number;
  readonly diskGB: number;
  readonly diskIOPS: number;
  readonly megacycles: number;
  /** What running virtually multiplies the needed megacycles by. */
  readonly hypervisorFactor: number;
  readonly specIntStated: boolean;
}

/** The server model, or undefined where a field it needs is not stated. */
export function serverModel(hardware: Hardware, requirements: CompleteRequirements): ServerModel | undefined {
  const { cores, memoryGB, bays, dataDisk, systemDisks, specIntRate2006 } = hardware;
  const iops = dataDisk && diskIOPS(dataDisk);
  const diskGB = dataDisk?.capacityGB;
  if (cores === undefined || memoryGB === undefined || bays === undefined) return undefined;
  if (diskGB === undefined || iops === undefined) return undefined;
  return {
    cores,
    memoryGB,
    bays,
    systemDisks: systemDisks?.count ?? 2,
    diskGB: formattedGB(diskGB),
    diskIOPS: iops,
    megacycles: availableMegacycles(cores, specIntRate2006),
    hypervisorFactor: hypervisorFactor(hardware, requirements.sizing),
    specIntStated: specIntRate2006 !== undefined,
  };
}
