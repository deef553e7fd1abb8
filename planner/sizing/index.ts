export { databaseLoads, databaseSizes } from './databaseLoads.ts';
export type { Figure, Operand } from './figure.ts';
export { plainFigure } from './formula.ts';
export {
  failureModes,
  fillOf,
  type FailureMode,
  type ModeLoad,
  type ServerLoad,
  type VolumeLoad,
} from './serverLoad.ts';
export { serverLoads } from './serverLoads.ts';
export { diskCapacitiesGB, diskIOPS } from './catalog.ts';
export {
  replicationOptions,
  sizingOptions,
  tierWithDefaults,
  transportOptions,
  type ReplicationOptions,
} from './options.ts';
export { sizeDesign, type Sizing } from './design/index.ts';
export { volumeFits } from './volumeFits.ts';
export { activationCounts, type ActivationCount } from './design/activationCounts.ts';
