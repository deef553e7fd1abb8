export { tierGrowth, type TierGrowth } from './tierGrowth.ts';
export { firstMonth, longestMonths, mailboxFactor } from './months.ts';
export { serverGrowth, type MostUsed, type ServerGrowth } from './serverGrowth.ts';
export { volumeGrowth, type Fullest, type VolumeGrowth } from './volumeGrowth.ts';
