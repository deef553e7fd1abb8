import { formatNumber, formatPercent } from '../design/format.ts';
import type { DatabaseCopy, Design } from '../design/types.ts';
import { details } from './detail.ts';
import type { Disk } from './disks.ts';
import type { Fates } from './fates.ts';
import { activatedLook, copyLook, diskLook, failedLook, heatSteps, lagOf, loadRole } from './looks.ts';
import type { LegendEntry } from './scene.ts';

/**
 * Explains the looks that this drawing uses, and no others.
 * @param servers the disks of each server
 */
export function legendOf(
  design: Design,
  servers: readonly (readonly Disk[])[],
  cpuLimit: number | undefined,
  fates: Fates | undefined,
): LegendEntry[] {
  const looks = servers.map(looksOf);
  const kinds = new Set(looks.flatMap((each) => [...each.kinds]));
  const current = new Set(looks.flatMap((each) => [...each.current]));
  const lagged = looks.flatMap((each) => [...each.lagged.values()]);
  return [
    ...(cpuLimit === undefined ? [] : heatEntries(cpuLimit)),
    ...(fates ? fateEntries(fates, cpuLimit ?? 1) : []),
    ...copyEntries([...current], lagged),
    ...(current.size > 0 || lagged.length > 0
      ? [{ label: 'data disk', swatch: { fill: 'preference2' }, ...details.disk } as const]
      : []),
    // What carries nothing looks as ever: where failures are played, the room is theirs.
    ...(fates ? [] : emptyEntries(design, kinds)),
  ];
}

interface Looks {
  readonly kinds: ReadonlySet<Disk['kind']>;
  /** The activation preferences of the copies that do not lag. */
  readonly current: ReadonlySet<number | undefined>;
  /** One copy of each preference and lag. */
  readonly lagged: ReadonlyMap<string, DatabaseCopy>;
}

const known = new WeakMap<readonly Disk[], Looks>();

/** What looks different among a server's disks; found once, while others are edited. */
function looksOf(disks: readonly Disk[]): Looks {
  let looks = known.get(disks);
  if (!looks) known.set(disks, (looks = findLooks(disks)));
  return looks;
}

function findLooks(disks: readonly Disk[]): Looks {
  const kinds = new Set<Disk['kind']>();
  const current = new Set<number | undefined>();
  const lagged = new Map<string, DatabaseCopy>();
  for (const { kind, copies } of disks) {
    kinds.add(kind);
    for (const { value } of copies) {
      const lag = lagOf(value);
      if (lag === 0) current.add(value.activationPreference);
      else lagged.set(`${value.activationPreference ?? ''}/${lag}`, value);
    }
  }
  return { kinds, current, lagged };
}

function emptyEntries(design: Design, kinds: ReadonlySet<Disk['kind']>): LegendEntry[] {
  return [
    ...(kinds.has('spare') ? [{ label: 'spare', swatch: diskLook.spare, ...details.server }] : []),
    ...(kinds.has('restore') ? [{ label: 'restore', swatch: diskLook.restore, ...details.server }] : []),
    ...(kinds.has('system') ? [{ label: systemLabel(design), swatch: diskLook.system, ...details.server }] : []),
  ];
}

function fateEntries({ servers, failed }: Fates, cpuLimit: number): LegendEntry[] {
  const fates = [...servers.values()];
  const isStopped = fates.some(({ state }) => state === 'stopped');
  const dashed = [...(failed.size > 0 ? ['failed'] : []), ...(isStopped ? ['without quorum'] : [])];
  const loads = new Set(fates.flatMap(({ state, cpu = 0 }) => (state === 'up' ? loadRole(cpu, cpuLimit) : [])));
  return [
    ...(dashed.length > 0 ? [{ label: dashed.join(' or '), swatch: failedLook, ...details.always }] : []),
    ...(fates.some(({ activated }) => activated.size > 0)
      ? [{ label: 'activated', swatch: activatedLook, ...details.server }]
      : []),
    ...(loads.has('amber')
      ? [{ label: `CPU above ${formatPercent(cpuLimit)}`, swatch: { fill: 'amber' }, ...details.server } as const]
      : []),
    ...(loads.has('red') ? [{ label: 'CPU above 100 %', swatch: { fill: 'red' }, ...details.server } as const] : []),
  ];
}

function heatEntries(limit: number): LegendEntry[] {
  const steps = heatSteps.map(({ upTo, role }): LegendEntry => ({
    label: `CPU up to ${formatPercent(upTo * limit)}`,
    swatch: { fill: role },
    ...details.heat,
  }));
  const above = { label: 'above the limit', swatch: { fill: loadRole((1 + limit) / 2, limit) }, ...details.heat };
  return [...steps, above, { label: 'above 100 %', swatch: { fill: loadRole(2, limit) }, ...details.heat }];
}

/** @param current the activation preferences of the copies that do not lag */
function copyEntries(current: readonly (number | undefined)[], lagged: readonly DatabaseCopy[]): LegendEntry[] {
  const entry = (label: string, activationPreference?: number): LegendEntry => ({
    label,
    swatch: copyLook({ server: '', ...(activationPreference !== undefined && { activationPreference }) }),
    ...details.copy,
  });
  return [
    ...[1, 2, 3].flatMap((preference) =>
      current.includes(preference) ? [entry(preference === 1 ? '1 active' : String(preference), preference)] : [],
    ),
    ...(current.some((preference) => preference !== undefined && preference > 3) ? [entry('4 and up', 4)] : []),
    ...(current.includes(undefined) ? [entry('preference not stated')] : []),
    ...(lagged[0] ? [{ label: laggedLabel(lagged), swatch: copyLook(lagged[0]), ...details.copy }] : []),
  ];
}

/** "4 lagged 7 d", as far as all lagged copies agree. */
function laggedLabel(lagged: readonly DatabaseCopy[]): string {
  const preferences = new Set(lagged.map(({ activationPreference }) => activationPreference));
  const lags = new Set(lagged.map(lagOf));
  const [preference] = preferences;
  const [hours = 0] = lags;
  const number = preferences.size === 1 && preference !== undefined ? `${preference} ` : '';
  return `${number}lagged${lags.size === 1 ? ` ${lagText(hours)}` : ''}`;
}

/** A replay lag in words: "7 d", "36 h". */
export function lagText(hours: number): string {
  return hours % 24 === 0 ? `${formatNumber(hours / 24)} d` : `${formatNumber(hours)} h`;
}

function systemLabel(design: Design): string {
  const levels = new Set((design.hardware ?? []).flatMap(({ systemDisks }) => systemDisks?.raid ?? []));
  const [level] = levels;
  if (levels.size !== 1 || level === undefined || level === 'none') return 'system';
  return `system, ${level.replace('RAID', 'RAID-')}`;
}
