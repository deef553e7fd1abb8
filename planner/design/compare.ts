import { listsOfDesign, type Item, type NamedList, type NamedLists } from './namedLists.ts';
import { pointer, type Pointer } from './pointer.ts';
import { subject, type Subject } from './subject.ts';
import type { Design } from './types.ts';

/**
 * One difference of two designs. `kind` tells it in the domain's words: "serverAdded", "databaseRemoved", "copyMoved",
 * "preferenceChanged", "lagChanged", "serverMoved"; or "fieldChanged", "fieldStated", "fieldNoLongerStated" for any other property.
 */
export interface Change {
  readonly kind: string;
  readonly subject: Subject;
  /** Where it stands in the second design; for what is no longer there, where it stood in the first. */
  readonly path: Pointer;
  /** null where there was nothing. */
  readonly before: unknown;
  /** null where there is nothing now. */
  readonly after: unknown;
}

/** Where two matched objects stand. */
interface Place {
  readonly subject: Subject;
  readonly before: Pointer;
  readonly after: Pointer;
}

interface Entry {
  readonly item: Item;
  readonly path: Pointer;
}

/**
 * What changed from one design to another. Things are matched by name, not by where they stand in the file: the order of servers,
 * databases or copies is no change; the order of plain values (the hours of a day, the sides of a pair) is.
 */
export function compareDesigns(before: Design, after: Design): Change[] {
  return compareObjects(asItem(before), asItem(after), listsOfDesign, {
    subject: subject.design,
    before: '',
    after: '',
  });
}

function compareObjects(old: Item, now: Item, lists: NamedLists, place: Place): Change[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((key) => {
    const [a, b] = [own(old, key), own(now, key)];
    if (sameValue(a, b)) return [];
    const inner = { ...place, before: place.before + pointer(key), after: place.after + pointer(key) };
    const list = Object.hasOwn(lists, key) ? lists[key] : undefined;
    if (list && (isFilled(a) || isFilled(b))) return compareLists(itemsOf(a), itemsOf(b), list, inner, old, now);
    if (isObject(a) && isObject(b)) return compareObjects(a, b, {}, inner);
    return [fieldChange(key, a, b, inner)];
  });
}

function compareLists(a: Item[], b: Item[], list: NamedList, place: Place, oldOwner: Item, owner: Item): Change[] {
  const old = byKey(a, list, place.before);
  const now = byKey(b, list, place.after);
  const changes: Change[] = [];
  for (const [key, { item, path }] of now) {
    const match = old.get(key);
    if (!match) continue;
    const where = { subject: list.subject(item, owner, place.subject), before: match.path, after: path };
    const sides: Item = Object.fromEntries((list.sides ?? []).map((property) => [property, item[property]]));
    changes.push(...compareObjects({ ...match.item, ...sides }, item, list.lists, where));
  }
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, entry]) => entry);
  const added = [...now].filter(([key]) => !old.has(key)).map(([, entry]) => entry);
  const moved = list.kind === 'copy' ? movedCopies(removed, added) : [];
  for (const [from, to] of moved) {
    const where = { subject: list.subject(to.item, owner, place.subject), before: from.path, after: to.path };
    changes.push({
      kind: 'copyMoved',
      subject: where.subject,
      path: to.path,
      before: seat(from.item),
      after: seat(to.item),
    });
    changes.push(
      ...compareObjects({ ...from.item, server: to.item['server'], volume: to.item['volume'] }, to.item, {}, where),
    );
  }
  const isMoved = (entry: Entry): boolean => moved.some((pair) => pair.includes(entry));
  for (const entry of removed.filter((each) => !isMoved(each))) {
    const who = list.subject(entry.item, oldOwner, place.subject);
    changes.push({ kind: `${list.kind}Removed`, subject: who, path: entry.path, before: entry.item, after: null });
  }
  for (const entry of added.filter((each) => !isMoved(each))) {
    const who = list.subject(entry.item, owner, place.subject);
    changes.push({ kind: `${list.kind}Added`, subject: who, path: entry.path, before: null, after: entry.item });
  }
  return changes;
}

/** Pairs a copy that left a server with one of the same activation preference that came to another. */
function movedCopies(removed: readonly Entry[], added: readonly Entry[]): [from: Entry, to: Entry][] {
  const arrivals = [...added];
  return removed.flatMap((from): [Entry, Entry][] => {
    const i = arrivals.findIndex((to) => to.item['activationPreference'] === from.item['activationPreference']);
    const [to] = i < 0 ? [] : arrivals.splice(i, 1);
    return to ? [[from, to]] : [];
  });
}

/** The server and volume of a copy. */
function seat(copy: Item): Item {
  return { server: copy['server'], ...(copy['volume'] !== undefined && { volume: copy['volume'] }) };
}

const wordsForField: Readonly<Record<string, string>> = {
  'copy activationPreference': 'preferenceChanged',
  'copy replayLagHours': 'lagChanged',
  'copy volume': 'copyMoved',
  'server datacenter': 'serverMoved',
};

function fieldChange(key: string, before: unknown, after: unknown, place: Place): Change {
  const word = wordsForField[`${place.subject.split(':', 1)[0] ?? ''} ${key}`] ?? 'fieldChanged';
  const kind = before === undefined ? 'fieldStated' : after === undefined ? 'fieldNoLongerStated' : word;
  const path = after === undefined ? place.before : place.after;
  return { kind, subject: place.subject, path, before: before ?? null, after: after ?? null };
}

function byKey(items: readonly Item[], list: NamedList, path: Pointer): Map<string, Entry> {
  const times = new Map<string, number>();
  return new Map(
    items.map((item, i) => {
      const key = list.key(item);
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      return [JSON.stringify([key, time]), { item, path: path + pointer(i) }];
    }),
  );
}

function asItem(design: object): Item {
  return design as Item;
}

function own(item: Item, key: string): unknown {
  return Object.hasOwn(item, key) ? item[key] : undefined;
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function itemsOf(value: unknown): Item[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => sameValue(item, b[i]));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]))
  );
}
