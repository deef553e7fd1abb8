import type { Edit } from '../design/edit.ts';
import { indexDesign } from '../design/index.ts';
import { pointer } from '../design/pointer.ts';
import { specIntEdits } from '../design/specInt.ts';
import type { Design } from '../design/types.ts';
import { isRaidSet } from './volumeDisk.ts';

/** What to try on a design; what is left out stays as it is. */
export interface WhatIf {
  /** So many times the mailboxes, in every tier and database. */
  readonly mailboxFactor?: number;
  /** So many times the messages a day, in every tier that states them. */
  readonly messageFactor?: number;
  /** So many times the quota, in every tier that states one. */
  readonly quotaFactor?: number;
  /** Capacity of every data disk, decimal GB. */
  readonly diskGB?: number;
  /** Cores of every server. */
  readonly cores?: number;
}

/**
 * The edits that make a design what is to be tried. Mailboxes stay whole: each tier's sum over the databases is the factor's, rounded
 * once, and what is left over spreads evenly. Models that no server uses are left alone.
 */
export function whatIfEdits(design: Design, whatIf: WhatIf): Edit[] {
  const { mailboxFactor, messageFactor, quotaFactor, diskGB, cores } = whatIf;
  return [
    ...(mailboxFactor === undefined ? [] : mailboxEdits(design, mailboxFactor)),
    ...(messageFactor === undefined ? [] : tierEdits(design, 'messagesPerDay', messageFactor)),
    ...(quotaFactor === undefined ? [] : tierEdits(design, 'quotaMB', quotaFactor)),
    ...(diskGB === undefined ? [] : diskEdits(design, diskGB)),
    ...(cores === undefined ? [] : coreEdits(design, cores)),
  ];
}

function mailboxEdits(design: Design, factor: number): Edit[] {
  const passed = new Map<string, number>();
  const share = (tier: string, count: number): number => {
    const before = passed.get(tier) ?? 0;
    passed.set(tier, before + count);
    return Math.round((before + count) * factor) - Math.round(before * factor);
  };
  const databases = [...indexDesign(design).databases.values()].flatMap(({ value, path }): Edit[] => {
    if (value.mailboxes === undefined) return [];
    const mailboxes = Object.fromEntries(
      Object.entries(value.mailboxes).map(([tier, count = 0]) => [tier, share(tier, count)]),
    );
    return [{ op: 'set', path: `${path}/mailboxes`, value: mailboxes }];
  });
  return [...tierEdits(design, 'mailboxes', factor), ...databases];
}

function tierEdits(design: Design, key: 'mailboxes' | 'messagesPerDay' | 'quotaMB', factor: number): Edit[] {
  return [...indexDesign(design).tiers.values()].flatMap(({ value, path }): Edit[] => {
    const stated = value[key];
    return stated === undefined ? [] : [{ op: 'set', path: path + pointer(key), value: Math.round(stated * factor) }];
  });
}

/** Disks of the models in use, and volumes of one disk that state a capacity of their own. */
function diskEdits(design: Design, capacityGB: number): Edit[] {
  const { hardware, servers } = indexDesign(design);
  const models = usedModels(design).flatMap((name): Edit[] => {
    const model = hardware.get(name);
    const disk = model?.value.dataDisk;
    if (!model || !disk || isRaidSet(disk)) return [];
    return [{ op: 'set', path: `${model.path}/dataDisk/capacityGB`, value: capacityGB }];
  });
  const volumes = [...servers.values()].flatMap((server) => {
    const disk = server.hardware?.value.dataDisk;
    if (disk && isRaidSet(disk)) return [];
    return server.volumes
      .filter(({ value }) => value.capacityGB !== undefined)
      .map(({ path }): Edit => ({ op: 'set', path: `${path}/capacityGB`, value: capacityGB }));
  });
  return [...models, ...volumes];
}

function coreEdits(design: Design, cores: number): Edit[] {
  const { hardware } = indexDesign(design);
  return usedModels(design).flatMap((name): Edit[] => {
    const path = `${hardware.get(name)?.path}/cores`;
    return [{ op: 'set', path, value: cores }, ...specIntEdits(design, path, cores)];
  });
}

/** The server models that servers use, in file order. */
function usedModels(design: Design): string[] {
  const { hardware, servers } = indexDesign(design);
  const used = new Set([...servers.values()].map(({ value }) => value.hardware));
  return [...hardware.keys()].filter((name) => used.has(name));
}
