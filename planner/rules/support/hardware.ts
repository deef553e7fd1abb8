import { counted } from '../../design/format.ts';
import type { UsedHardware } from './each.ts';

/** How many servers a server model stands for, as the last sentence of a message. */
export function useOf(hardware: UsedHardware): string {
  const { length } = hardware.servers;
  return `${counted(length, 'server')} ${length === 1 ? 'uses' : 'use'} this hardware.`;
}
