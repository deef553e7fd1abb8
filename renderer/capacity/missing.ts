import { counted } from '../numbers/format.ts';
import { pointerSteps, type Pointer } from '../../planner/design/pointer.ts';
import type { ServerLoad } from '../../planner/sizing/index.ts';
import { labelOfKey } from '../inspector/wording.ts';

/** A field that is not stated, once or in many places, and what is not known without it. */
export interface MissingField {
  /** "Mailboxes of 216 databases". */
  readonly label: string;
  /** The first place where it would stand. */
  readonly path: Pointer;
  /** "CPU, memory". */
  readonly needed: string;
}

const metricNames = { cpu: 'CPU', memory: 'memory', capacity: 'disk', iops: 'IOPS' } as const;
const nouns: Readonly<Record<string, readonly [string, string]>> = {
  servers: ['server', 'servers'],
  volumes: ['volume', 'volumes'],
  databases: ['database', 'databases'],
  copies: ['copy', 'copies'],
  hardware: ['server model', 'server models'],
  mailboxTiers: ['tier', 'tiers'],
};

/** What keeps the load of servers from being known, one line for each kind of field. */
export function missingFields(loads: readonly ServerLoad[]): readonly MissingField[] {
  return byKind(
    loads.flatMap(({ notStated }) =>
      (Object.entries(metricNames) as [keyof typeof metricNames, string][]).flatMap(([metric, name]) =>
        notStated[metric].map((path) => [path, name] as const),
      ),
    ),
  );
}

/**
 * Fields that are not stated, one line for each kind.
 * @param lacking each with what is not known without it
 */
export function byKind(lacking: readonly (readonly [Pointer, string])[]): readonly MissingField[] {
  const kinds = new Map<string, { paths: Set<Pointer>; metrics: Set<string> }>();
  for (const [path, name] of lacking) {
    const kind = path.replaceAll(/\/\d+/g, '/*');
    const found = kinds.get(kind) ?? { paths: new Set(), metrics: new Set() };
    kinds.set(kind, found);
    found.paths.add(path);
    found.metrics.add(name);
  }
  return [...kinds].map(([kind, { paths, metrics }]) => ({
    label: labelOf(kind, paths.size),
    path: [...paths][0] ?? '',
    needed: [...metrics].join(', '),
  }));
}

function labelOf(kind: string, count: number): string {
  const steps = pointerSteps(kind);
  const key = labelOfKey(steps.at(-1) ?? '');
  const list = steps[steps.lastIndexOf('*') - 1];
  const noun = list === undefined ? undefined : nouns[list];
  if (noun) return `${key} of ${counted(count, ...noun)}`;
  return steps.length > 1 ? `${labelOfKey(steps[0] ?? '')}: ${key.toLowerCase()}` : key;
}
