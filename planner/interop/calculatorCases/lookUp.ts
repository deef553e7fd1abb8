import type { Figure } from '../../sizing/figure.ts';
import type { Value } from './caseFile.ts';
import { modes, ofDesign, ofFirst, ofFirstTier, ofReplication, ofSecond, ofTier, parts } from './figureNames.ts';

/** Where a name of the calculator leads: a figure's id, and whose it is. */
interface Place {
  readonly id: string;
  readonly of: 'design' | 'first' | 'second' | 'firstTier' | { readonly tier: number };
}

/** A figure under the calculator's name for it; undefined where the requirements have none such. */
export type Answer = { readonly known: true; readonly value: Value | undefined } | { readonly known: false };

/** Answers for the figures of a case's requirements by the calculator's names. */
export function lookUp(figures: readonly Figure[]): (name: string) => Answer {
  const values = new Map(figures.map(({ id, subject, value }) => [`${id} ${subject}`, value]));
  const [first = '', second] = subjectsOf(figures, 'datacenter');
  const tiers = subjectsOf(figures, 'tier');
  const subjectOf = ({ of }: Place): string | undefined => {
    if (typeof of === 'object') return tiers[of.tier];
    return { design: 'design', first, second, firstTier: tiers[0] }[of];
  };
  return (name) => {
    const place = placeOf(name);
    if (!place) return { known: false };
    const subject = second === undefined && name === 'formatted_disk_gb_secondary' ? first : subjectOf(place);
    const value = values.get(`${place.id} ${subject}`);
    if (name.startsWith('raid_required_'))
      return { known: true, value: value === undefined ? undefined : value === 'RAID' };
    // Where there is one datacenter, the calculator shows the figures of the other and of its loss as 0.
    const elsewhere = place.of === 'second' || place.id.endsWith('.datacenter') || place.id === 'logStreams';
    return { known: true, value: value ?? (second === undefined && elsewhere ? 0 : undefined) };
  };
}

function placeOf(name: string): Place | undefined {
  const tier = /^tiers\.(\d+)\.(.+)$/.exec(name);
  if (tier) return place(ofTier, tier[2], { tier: Number(tier[1]) });
  const storage = /^raid_required_dc([12])$/.exec(name);
  if (storage) return { id: 'storage', of: datacenter(storage[1]) };
  const rpo = /^required_mbps_per_copy_by_rpo\.(\d+)$/.exec(name);
  if (rpo) return { id: `requiredTraffic.${rpo[1]}h`, of: 'design' };
  return ofMode(name) ?? inTables(name);
}

/** Figures by failure mode. */
function ofMode(name: string): Place | undefined {
  const counts = /^active_dbs_by_mode_dc([12])\.(\w+)$/.exec(name);
  if (counts) return withMode('activeDatabases', counts[2], datacenter(counts[1]));
  const cpu = /^cpu_utilisation_dc([12])_2013\.(\w+)$/.exec(name);
  if (cpu) return withMode('cpuUtilization', cpu[2], datacenter(cpu[1]));
  const megacycles = /^mcycles_by_mode_dc([12])\.(\w+)\.(\w+)$/.exec(name);
  if (megacycles) return withMode(own(parts, megacycles[3]), megacycles[2], datacenter(megacycles[1]));
  const ofFirstSite = /^mcycles_(active|passive|cas)_(normal|1_failure|worst)$/.exec(name);
  if (ofFirstSite) return withMode(own(parts, ofFirstSite[1]), ofFirstSite[2], 'first');
  return undefined;
}

function inTables(name: string): Place | undefined {
  return (
    place(ofDesign, name, 'design') ??
    place(ofReplication, name, 'design') ??
    place(ofFirst, name, 'first') ??
    place(ofSecond, name, 'second') ??
    place(ofFirstTier, name, 'firstTier')
  );
}

function withMode(figure: string | undefined, mode: string | undefined, of: Place['of']): Place | undefined {
  const variant = own(modes, mode);
  return figure === undefined || variant === undefined ? undefined : { id: `${figure}.${variant}`, of };
}

function place(table: Readonly<Record<string, string>>, name: string | undefined, of: Place['of']): Place | undefined {
  const id = own(table, name);
  return id === undefined ? undefined : { id, of };
}

function own(table: Readonly<Record<string, string>>, key = ''): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function datacenter(number: string | undefined): 'first' | 'second' {
  return number === '2' ? 'second' : 'first';
}

function subjectsOf(figures: readonly Figure[], kind: string): string[] {
  return [...new Set(figures.map(({ subject }) => subject).filter((subject) => subject.startsWith(`${kind}:`)))];
}
