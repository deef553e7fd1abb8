/**
 * Selectors: the one way to name a thing of a design, in findings, figures, failures and on the command line.
 * Names hold neither "/" nor ":", so a selector reads back unambiguously.
 */
export type Subject = string;

export const subjectKinds = [
  'design',
  'datacenter',
  'pair',
  'dag',
  'server',
  'hardware',
  'tier',
  'database',
  'copy',
  'volume',
  'link',
  'witness',
  'note',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

const kindsWithTwoNames: ReadonlySet<SubjectKind> = new Set(['copy', 'volume', 'link']);

export interface ParsedSubject {
  readonly kind: SubjectKind;
  /** The name; for a copy its database, for a volume its server, for a link one datacenter; "" for the design; for a note its number, counted from 1. */
  readonly name: string;
  /** For a copy its server, for a volume its own name, for a link the other datacenter. */
  readonly second?: string;
}

export const subject = {
  design: 'design',
  datacenter: (name: string): Subject => `datacenter:${name}`,
  pair: (name: string): Subject => `pair:${name}`,
  dag: (name: string): Subject => `dag:${name}`,
  server: (name: string): Subject => `server:${name}`,
  hardware: (name: string): Subject => `hardware:${name}`,
  tier: (name: string): Subject => `tier:${name}`,
  database: (name: string): Subject => `database:${name}`,
  copy: (database: string, server: string): Subject => `copy:${database}/${server}`,
  volume: (server: string, volume: string): Subject => `volume:${server}/${volume}`,
  link: (from: string, to: string): Subject => `link:${from}/${to}`,
  witness: (dag: string): Subject => `witness:${dag}`,
  note: (index: number): Subject => `note:${index + 1}`,
} as const;

/** Reads a selector; `disk:` is the same as `volume:`. Undefined where the text is not a selector. */
export function parseSubject(text: string): ParsedSubject | undefined {
  if (text === 'design') return { kind: 'design', name: '' };
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const word = text.slice(0, colon);
  const kind = (word === 'disk' ? 'volume' : word) as SubjectKind;
  const rest = text.slice(colon + 1);
  if (!subjectKinds.includes(kind) || kind === 'design' || rest === '') return undefined;
  if (!kindsWithTwoNames.has(kind)) return rest.includes('/') ? undefined : { kind, name: rest };
  const [name, second, ...more] = rest.split('/');
  return name && second && more.length === 0 ? { kind, name, second } : undefined;
}
