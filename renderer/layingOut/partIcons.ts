import type { LucideIcon } from '@lucide/svelte';
import AppWindow from '@lucide/svelte/icons/app-window';
import Boxes from '@lucide/svelte/icons/boxes';
import Building from '@lucide/svelte/icons/building';
import BuildingComplex from '@lucide/svelte/icons/building-complex';
import Cable from '@lucide/svelte/icons/cable';
import Database from '@lucide/svelte/icons/database';
import Eye from '@lucide/svelte/icons/eye';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import Server from '@lucide/svelte/icons/server';
import Split from '@lucide/svelte/icons/split';
import type { Part } from './placing.ts';

export const partIcons: Readonly<Record<Part, LucideIcon>> = {
  datacenter: Building,
  pair: BuildingComplex,
  link: Cable,
  dag: Boxes,
  server: Server,
  disk: HardDrive,
  database: Database,
  witness: Eye,
  officeOnline: AppWindow,
  loadBalancer: Split,
};
