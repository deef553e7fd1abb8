export { copyOrder, fullBlock, type CopyRow, type Position } from './copyOrder.ts';
export { volumeOrder } from './volumeOrder.ts';
