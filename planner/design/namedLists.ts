import { subject, type Subject } from './subject.ts';

/** How the items of a list are told apart, named and searched further. */
export interface NamedList {
  /** What an item is, as kinds of change begin: "server". */
  readonly kind: string;
  /** What an item is matched by. Items with the same key are matched in file order. */
  readonly key: (item: Item) => string;
  /** The subject of an item. @param owner the object whose list it is @param around the owner's own subject */
  readonly subject: (item: Item, owner: Item, around: Subject) => Subject;
  readonly lists: NamedLists;
  /** Properties that the key tells already and that may swap their values. */
  readonly sides?: readonly string[];
}

export type NamedLists = Readonly<Record<string, NamedList>>;

/** A list's item, seen as its text properties. */
export type Item = Readonly<Record<string, unknown>>;

const text = (item: Item, property: string): string => {
  const value = item[property];
  return typeof value === 'string' ? value : '';
};
const name = (item: Item): string => text(item, 'name');

function named(kind: string, subjectOf: (name: string) => Subject, inner: NamedLists = {}): NamedList {
  return { kind, key: name, subject: (item) => subjectOf(name(item)), lists: inner };
}

/** A list of things that findings name by what they belong to. */
function within(kind: string, key: (item: Item) => string, inner: NamedLists = {}): NamedList {
  return { kind, key, subject: (_item, _owner, around) => around, lists: inner };
}

const servers = named('server', subject.server, {
  volumes: {
    kind: 'volume',
    key: name,
    subject: (volume, server) => subject.volume(name(server), name(volume)),
    lists: {},
  },
});
const databases = named('database', subject.database, {
  copies: {
    kind: 'copy',
    key: (copy) => text(copy, 'server'),
    subject: (copy, database) => subject.copy(name(database), text(copy, 'server')),
    lists: {},
  },
});

/** The lists of a design whose items have a name of some sort. */
export const listsOfDesign: NamedLists = {
  coexistence: within('coexistence', (other) => text(other, 'version')),
  datacenters: named('datacenter', subject.datacenter),
  links: {
    kind: 'link',
    key: (link) => [text(link, 'from'), text(link, 'to')].sort().join('/'),
    subject: (link) => subject.link(text(link, 'from'), text(link, 'to')),
    lists: {},
    sides: ['from', 'to'],
  },
  pairs: named('pair', subject.pair, {
    namespaces: within('namespace', (namespace) => text(namespace, 'host')),
    officeOnline: within('officeOnline', (farm) => text(farm, 'host'), { nodes: within('officeOnlineNode', name) }),
  }),
  hardware: named('hardware', subject.hardware),
  mailboxTiers: named('tier', subject.tier),
  dags: named('dag', subject.dag, { networks: within('network', name), servers, databases }),
  scenarios: within('scenario', name),
  waivers: within('waiver', (waiver) => `${text(waiver, 'rule')} ${text(waiver, 'subject')}`),
  notes: within('note', (note) => `${text(note, 'subject') || subject.design} ${text(note, 'text')}`),
};
