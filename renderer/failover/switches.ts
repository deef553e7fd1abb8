import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject, subject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';

export interface Switch {
  readonly about: Subject;
  readonly label: string;
}

/** Things of one kind that can fail. */
export interface SwitchGroup {
  readonly title: string;
  readonly switches: readonly Switch[];
  readonly note?: string;
}

/**
 * Everything that can be failed from a list: datacenters, links, witnesses, servers, and the disks of the server that
 * is selected or holds what is.
 */
export function switchGroups(design: Design, selected: Subject): readonly SwitchGroup[] {
  const { datacenters, dags, servers } = indexDesign(design);
  const groups: SwitchGroup[] = [
    {
      title: 'Datacenters',
      switches: [...datacenters.keys()].map((name) => ({ about: subject.datacenter(name), label: name })),
    },
    {
      title: 'Links',
      switches: (design.links ?? []).map(({ from, to }) => ({
        about: linkIn(design, from, to),
        label: `${from} – ${to}`,
      })),
    },
    {
      title: 'Witnesses',
      switches: [...dags.values()].flatMap(({ value }) =>
        value.witness ? [{ about: subject.witness(value.name), label: `Witness of ${value.name}` }] : [],
      ),
    },
    ...[...dags.values()].map(({ value }) => ({
      title: `Servers of ${value.name}`,
      switches: (value.servers ?? []).map(({ name }) => ({ about: subject.server(name), label: name })),
    })),
  ];
  const server = serverOf(selected);
  const placed = server === undefined ? undefined : servers.get(server);
  const disks: SwitchGroup = placed
    ? {
        title: `Disks of ${placed.value.name}`,
        switches: placed.volumes.map(({ value }) => ({
          about: subject.volume(placed.value.name, value.name),
          label: value.name,
        })),
      }
    : { title: 'Disks', switches: [], note: 'Select a server to see its disks.' };
  return [...groups, disks].filter(({ switches, note }) => switches.length > 0 || note !== undefined);
}

/** The link's selector as failures name it: the datacenter that stands first in the file first. */
function linkIn(design: Design, from: string, to: string): Subject {
  const names = [...indexDesign(design).datacenters.keys()];
  return names.indexOf(from) < names.indexOf(to) ? subject.link(from, to) : subject.link(to, from);
}

function serverOf(about: Subject): string | undefined {
  const { kind, name, second } = parseSubject(about) ?? {};
  if (kind === 'server' || kind === 'volume') return name;
  return kind === 'copy' ? second : undefined;
}
