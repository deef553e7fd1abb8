import type { Command, Edit } from '../../planner/design/edit.ts';
import { counted } from '../numbers/format.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { pointer, pointerSteps, type Pointer } from '../../planner/design/pointer.ts';
import { parseSubject, subject as subjects, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { locate } from '../subjects/locate.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { subjectName } from '../subjects/subjectName.ts';

const removable: ReadonlySet<SubjectKind> = new Set([
  'server',
  'volume',
  'database',
  'copy',
  'hardware',
  'tier',
  'datacenter',
  'link',
  'pair',
  'dag',
  'witness',
  'note',
]);

export const isRemovable = (about: Subject): boolean => removable.has(parseSubject(about)?.kind ?? 'design');

/** Taking things out, with an account of all that goes. */
export interface Removal {
  readonly command: Command;
  /** What to select afterwards. */
  readonly subject: Subject;
  /** What changes beside what is taken out and what stands in it or on it, a sentence each. */
  readonly elsewhere: readonly string[];
}

/** Takes things out of the design with all that cannot be without them; undefined where one of them cannot be taken out. */
export function remove(design: Design, selected: readonly Subject[]): Removal | undefined {
  const places = selected.map((each) => (isRemovable(each) ? locate(design, each)?.path : undefined));
  if (places.length === 0 || places.some((path) => path === undefined || !isStated(design, path))) return undefined;
  const sites = standingIn(design, selected);
  const gone = new Set([...selected, ...sites]);
  const within = partsOf(design, gone);
  const references = referringTo(design, gone);
  const notes = notesAbout(design, new Set([...gone, ...within.parts]));
  const paths = [...gone, ...notes].flatMap((each) => locate(design, each)?.path ?? []);
  const what = selected.length === 1 ? subjectName(selected[0] ?? '') : countedSubjects(selected);
  const along = countedSubjects([...within.parts, ...notes].filter((each) => !gone.has(each)));
  return {
    command: {
      name: 'remove',
      label: `Remove ${what}${along === '' ? '' : ` with ${along}`}`,
      edits: [...references.edits, ...removals([...paths, ...within.copies])],
    },
    subject: ownerOf(selected),
    elsewhere: [
      ...(sites.length > 0 ? [`${listed(sites)} ${sites.length === 1 ? 'goes' : 'go'} too.`] : []),
      ...references.words,
    ],
  };
}

/** A witness is a part of every DAG's inspector, whether it is stated or not. */
function isStated(design: Design, path: Pointer): boolean {
  const last = pointerSteps(path);
  return last.at(-1) !== 'witness' || design.dags?.[Number(last[1])]?.witness !== undefined;
}

/** What cannot be without a datacenter: the servers in it, its links and its pairs. */
function standingIn(design: Design, selected: readonly Subject[]): readonly Subject[] {
  const names = new Set(selected.flatMap((each) => nameOf(each, 'datacenter')));
  if (names.size === 0) return [];
  const { servers } = indexDesign(design);
  const chosen = new Set(selected);
  return [
    ...[...servers.values()]
      .filter(({ value }) => value.datacenter !== undefined && names.has(value.datacenter))
      .map(({ value }) => subjects.server(value.name)),
    ...(design.links ?? [])
      .filter(({ from, to }) => names.has(from) || names.has(to))
      .map(({ from, to }) => subjects.link(from, to)),
    ...(design.pairs ?? [])
      .filter(({ datacenters }) => datacenters.some((name) => names.has(name)))
      .map(({ name }) => subjects.pair(name)),
  ].filter((each) => !chosen.has(each));
}

function nameOf(about: Subject, kind: SubjectKind): readonly string[] {
  const parsed = parseSubject(about);
  return parsed?.kind === kind ? [parsed.name] : [];
}

/** What stands in or on what goes, and where the copies of databases that stay are among it. */
function partsOf(design: Design, gone: ReadonlySet<Subject>) {
  const parts: Subject[] = [];
  const copies: Pointer[] = [];
  const { dags, servers, databases } = indexDesign(design);
  const goneDags = new Set(
    [...dags.values()].filter(({ value }) => gone.has(subjects.dag(value.name))).map(({ value }) => value),
  );
  const goneServers = new Set<string>();
  const goneDisks = new Set<Subject>();
  for (const { value, dag, volumes } of servers.values()) {
    const about = subjects.server(value.name);
    const isGone = goneDags.has(dag) || gone.has(about);
    if (isGone) {
      parts.push(about);
      goneServers.add(value.name);
    }
    for (const { value: volume } of volumes) {
      const disk = subjects.volume(value.name, volume.name);
      if (!isGone && !gone.has(disk)) continue;
      parts.push(disk);
      goneDisks.add(disk);
    }
  }
  for (const { value, dag, copies: all } of databases.values()) {
    const about = subjects.database(value.name);
    const isGone = goneDags.has(dag) || gone.has(about);
    if (isGone) parts.push(about);
    for (const { value: copy, path } of all) {
      const { server, volume } = copy;
      const isOnGone =
        goneServers.has(server) || (volume !== undefined && goneDisks.has(subjects.volume(server, volume)));
      if (!isGone && !isOnGone) continue;
      parts.push(subjects.copy(value.name, server));
      if (!isGone) copies.push(path);
    }
  }
  return { parts, copies };
}

/** The notes about things that go. */
function notesAbout({ notes = [] }: Design, gone: ReadonlySet<Subject>): readonly Subject[] {
  return notes.flatMap(({ subject: about = subjects.design }, i) => {
    const { kind, name, second = '' } = parseSubject(about) ?? { kind: 'design', name: '' };
    const isGone = gone.has(about) || (kind === 'link' && gone.has(subjects.link(second, name)));
    return isGone ? [subjects.note(i)] : [];
  });
}

/** What refers to things that go is no longer stated, where it stays itself. */
function referringTo(design: Design, gone: ReadonlySet<Subject>) {
  const edits: Edit[] = [];
  const words: string[] = [];
  const clear = (path: Pointer): void => void edits.push({ op: 'remove', path });
  const isGone = (
    kind: 'datacenter' | 'pair' | 'hardware' | 'dag' | 'server' | 'tier',
    name: string | undefined,
  ): boolean => name !== undefined && gone.has(`${kind}:${name}`);
  let models = 0;
  let tiers = 0;
  for (const [d, dag] of (design.dags ?? []).entries()) {
    if (isGone('dag', dag.name)) continue;
    if (isGone('pair', dag.pair)) {
      clear(pointer('dags', d, 'pair'));
      words.push(`${dag.name} no longer states its pair.`);
    }
    for (const key of ['witness', 'alternateWitness'] as const) {
      if (!isGone('datacenter', dag[key]?.datacenter)) continue;
      if (key === 'witness' && gone.has(subjects.witness(dag.name))) continue;
      clear(pointer('dags', d, key, 'datacenter'));
      words.push(
        `The ${key === 'witness' ? 'witness' : 'alternate witness'} of ${dag.name} no longer states where it stands.`,
      );
    }
    for (const [s, server] of (dag.servers ?? []).entries()) {
      if (!isGone('hardware', server.hardware) || isGone('server', server.name)) continue;
      clear(pointer('dags', d, 'servers', s, 'hardware'));
      models += 1;
    }
    for (const [b, database] of (dag.databases ?? []).entries()) {
      if (gone.has(subjects.database(database.name))) continue;
      const kept = Object.entries(database.mailboxes ?? {}).filter(([tier]) => !isGone('tier', tier));
      if (kept.length === Object.keys(database.mailboxes ?? {}).length) continue;
      edits.push({ op: 'set', path: pointer('dags', d, 'databases', b, 'mailboxes'), value: Object.fromEntries(kept) });
      tiers += 1;
    }
  }
  if (models > 0)
    words.push(`${counted(models, 'server')} no longer ${models === 1 ? 'states its' : 'state their'} model.`);
  if (tiers > 0)
    words.push(`${counted(tiers, 'database')} no longer ${tiers === 1 ? 'holds' : 'hold'} such mailboxes.`);
  for (const [p, pair] of (design.pairs ?? []).entries()) {
    if (isGone('pair', pair.name)) continue;
    for (const list of ['namespaces', 'officeOnline'] as const) {
      for (const [i, { host, datacenter }] of (pair[list] ?? []).entries()) {
        if (!isGone('datacenter', datacenter)) continue;
        clear(pointer('pairs', p, list, i, 'datacenter'));
        words.push(`${host} no longer states its datacenter.`);
      }
    }
  }
  return { edits, words };
}

/** Takes out what stands at these places: from the last to the first, so that no place moves before its turn. */
function removals(paths: readonly Pointer[]): readonly Edit[] {
  const places = [...new Set(paths)].map((path) => ({ path, steps: pointerSteps(path) }));
  places.sort((a, b) => compareSteps(a.steps, b.steps));
  const kept: Pointer[] = [];
  for (const { path } of places) {
    const around = kept.at(-1);
    if (around === undefined || !path.startsWith(`${around}/`)) kept.push(path);
  }
  return kept.reverse().map((path) => ({ op: 'remove', path }));
}

/** In file order, what stands around a thing before it. */
function compareSteps(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((step, i) => step !== b[i]);
  const [left, right] = [a[at], b[at]];
  if (left === undefined || right === undefined) return a.length - b.length;
  const difference = Number(left) - Number(right);
  if (!Number.isNaN(difference)) return difference;
  return left < right ? -1 : 1;
}

function listed(all: readonly Subject[]): string {
  return all.length > 3 ? countedSubjects(all) : all.map(subjectName).join(', ');
}

function ownerOf([first = '', ...others]: readonly Subject[]): Subject {
  const parsed = parseSubject(first);
  if (!parsed || others.length > 0) return subjects.design;
  const owners: Readonly<Record<string, Subject>> = {
    copy: subjects.database(parsed.name),
    volume: subjects.server(parsed.name),
    witness: subjects.dag(parsed.name),
  };
  return owners[parsed.kind] ?? subjects.design;
}
