export { exportFiles, importCalculator, type Imported, type ImportOptions } from './import.ts';
export type { FileProblem, Place } from './place.ts';
export type { SiteMembers } from './datacenters.ts';
