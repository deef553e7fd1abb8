export { copyOrder, fullBlock, type CopyRow, type Position } from './copyOrder.ts';
export { readDagLayout, type DagLayout } from './dagLayout.ts';
export { countingDatabases, layoutEvenness, type Bounded, type LayoutEvenness, type Weights } from './evenness.ts';
export { defaultTolerance, improveDag } from './improveDag.ts';
export { layoutChanges, type CopyMove, type LayoutChanges, type PreferenceChange } from './layoutChanges.ts';
export { reseedSources, sharedDisks } from './reseed.ts';
export { volumeOrder } from './volumeOrder.ts';
