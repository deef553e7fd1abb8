import { counted, formatCount } from '../numbers/format.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { pointer, type Pointer } from '../../planner/design/pointer.ts';
import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { definition, designRoot, type SchemaNode } from './schema.ts';

/** Where a subject stands in the design, and how it is presented. */
export interface Located {
  readonly path: Pointer;
  readonly schema: SchemaNode;
  readonly title: string;
  readonly subtitle: string;
}

/** Finds a subject; undefined when the design no longer has it. */
export function locate(design: Design, subject: Subject): Located | undefined {
  const parsed = parseSubject(subject);
  if (!parsed) return undefined;
  const { kind, name, second = '' } = parsed;
  const index = indexDesign(design);
  const placed = (at: { readonly path: Pointer } | undefined, type: string, title: string, subtitle: string) =>
    at && { path: at.path, schema: definition(type), title, subtitle };
  switch (kind) {
    case 'design':
      return { path: '', schema: designRoot, title: design.name, subtitle: 'Design' };
    case 'datacenter': {
      const at = index.datacenters.get(name);
      return placed(at, 'datacenter', name, at?.value.role === 'witness' ? 'Witness datacenter' : 'Datacenter');
    }
    case 'pair': {
      const at = index.pairs.get(name);
      return placed(at, 'pair', name, `Datacenter pair ${at?.value.datacenters.join(' and ') ?? ''}`);
    }
    case 'hardware': {
      const users = serversWith(design, name).length;
      return placed(index.hardware.get(name), 'hardware', name, `Server model, ${counted(users, 'server')}`);
    }
    case 'tier': {
      const at = index.tiers.get(name);
      return placed(at, 'mailboxTier', name, `Mailbox tier, ${formatCount(at?.value.mailboxes ?? 0)} mailboxes`);
    }
    case 'dag':
      return placed(index.dags.get(name), 'dag', name, 'Database availability group');
    case 'server': {
      const at = index.servers.get(name);
      const where = at?.value.datacenter === undefined ? '' : ` in ${at.value.datacenter}`;
      return placed(at, 'server', name, `Mailbox server${where}, ${at?.dag.name}`);
    }
    case 'database': {
      const at = index.databases.get(name);
      return placed(
        at,
        'database',
        name,
        `Database of ${at?.dag.name}, ${counted(at?.copies.length ?? 0, 'copy', 'copies')}`,
      );
    }
    case 'copy': {
      const at = index.databases.get(name)?.copies.find(({ value }) => value.server === second);
      return placed(
        at,
        'copy',
        `${name} on ${second}`,
        at?.value.replayLagHours ? 'Lagged database copy' : 'Database copy',
      );
    }
    case 'volume': {
      const at = index.servers.get(name)?.volumes.find(({ value }) => value.name === second);
      return placed(at, 'volume', second, `Volume of ${name}, ${at?.value.role ?? 'role not stated'}`);
    }
    case 'link': {
      const ends = [name, second];
      const i = design.links?.findIndex(({ from, to }) => ends.includes(from) && ends.includes(to)) ?? -1;
      return i < 0 ? undefined : placed({ path: pointer('links', i) }, 'link', `${name} – ${second}`, 'Network link');
    }
    case 'note': {
      const i = Number(name) - 1;
      const about = design.notes?.[i]?.subject;
      const at = design.notes?.[i] && { path: pointer('notes', i) };
      return placed(at, 'note', `Note ${name}`, about === undefined ? 'Note on the design' : `Note on ${about}`);
    }
    case 'witness': {
      const at = index.dags.get(name);
      return (
        at &&
        placed({ path: `${at.path}/witness` }, 'witness', at.value.witness?.server ?? 'Witness', `Witness of ${name}`)
      );
    }
  }
}

/** The names of the servers that use a server model. */
export function serversWith(design: Design, hardware: string): readonly string[] {
  return [...indexDesign(design).servers.values()]
    .filter(({ value }) => value.hardware === hardware)
    .map(({ value }) => value.name);
}

/** The names that a reference may take; `at` is where the reference stands. */
export function referable(design: Design, refersTo: string, at: Pointer): readonly string[] {
  const index = indexDesign(design);
  switch (refersTo) {
    case 'datacenter':
      return [...index.datacenters.keys()];
    case 'pair':
      return [...index.pairs.keys()];
    case 'hardware':
      return [...index.hardware.keys()];
    case 'tier':
      return [...index.tiers.keys()];
    case 'server':
      return [...index.servers.keys()];
    case 'volume': {
      const copy = [...index.databases.values()]
        .flatMap(({ copies }) => copies)
        .find(({ path }) => at.startsWith(`${path}/`));
      return (copy && index.servers.get(copy.value.server)?.volumes.map(({ value }) => value.name)) ?? [];
    }
    default:
      return [];
  }
}
