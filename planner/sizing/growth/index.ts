export { tierGrowth, type TierGrowth } from './tierGrowth.ts';
export { longestMonths, volumeGrowth, type Fullest, type VolumeGrowth } from './volumeGrowth.ts';
