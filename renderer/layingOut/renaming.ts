import { patternName } from '../../planner/construct/names.ts';
import type { Command } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { valueAt } from '../../planner/design/pointer.ts';
import { parseSubject, type Subject, type SubjectKind } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import { renameEdits } from '../state/rename.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { locate } from '../subjects/locate.ts';

const renamable: ReadonlySet<SubjectKind> = new Set([
  'datacenter',
  'pair',
  'hardware',
  'tier',
  'dag',
  'server',
  'database',
  'volume',
]);

/** Why things cannot be given names by one pattern; undefined where they can. */
export function renameObstacle(selected: readonly Subject[]): string | undefined {
  const kinds = new Set(selected.map((each) => parseSubject(each)?.kind ?? 'design'));
  const [kind = 'design'] = kinds;
  return kinds.size === 1 && renamable.has(kind) ? undefined : 'Select things of one kind that have names first';
}

export interface Renamed {
  readonly command: Command;
  /** The new names, in the order of the selection. */
  readonly names: readonly string[];
}

/**
 * Gives things of one kind names by a pattern: {0}, {00} is a counter, {site} the datacenter of a server, {dag} the number of its DAG,
 * {name} the present name. What refers to them follows. A text says why it cannot be.
 * @param first what the counter begins with
 */
export function renameAll(design: Design, selected: readonly Subject[], pattern: string, first = 1): Renamed | string {
  const obstacle = renameObstacle(selected);
  if (obstacle !== undefined) return obstacle;
  if (pattern.trim() === '') return 'A name is needed.';
  if (!Number.isInteger(first) || first < 0) return 'The counter begins with a whole number.';
  const wanted = withCounter(pattern.trim(), selected);
  const count = counter.test(wanted) ? first + selected.length - 1 : 1;
  const names = selected.map((each, i) => {
    const parsed = parseSubject(each);
    const name = (parsed?.kind === 'volume' ? parsed.second : parsed?.name) ?? '';
    return patternName({ pattern: wanted, count }, first + i, placeOf(design, each)).replaceAll('{name}', name);
  });
  const renamings = selected.map((each, i) => ({
    path: `${locate(design, each)?.path ?? ''}/name`,
    to: names[i] ?? '',
  }));
  const edits = renameEdits(design, renamings);
  if (!edits) return 'Something that is selected is no longer there.';
  const label =
    selected.length === 1
      ? `Rename ${String(valueAt(design, renamings[0]?.path ?? ''))} to ${names[0]}`
      : `Rename ${countedSubjects(selected)} to ${names[0]} … ${names.at(-1)}`;
  return { command: { name: 'rename', label, edits }, names };
}

const counter = /\{0+\}/;

/** Several names need something that tells them apart. */
function withCounter(pattern: string, selected: readonly Subject[]): string {
  return selected.length === 1 || counter.test(pattern) || pattern.includes('{name}') ? pattern : `${pattern}{0}`;
}

function placeOf(design: Design, about: Subject): { readonly site?: string; readonly dag?: number } {
  const parsed = parseSubject(about);
  const { servers, databases } = indexDesign(design);
  const server = parsed?.kind === 'server' || parsed?.kind === 'volume' ? servers.get(parsed.name) : undefined;
  const dag = server?.dag ?? (parsed?.kind === 'database' ? databases.get(parsed.name)?.dag : undefined);
  const site = server?.value.datacenter;
  return {
    ...(site !== undefined && { site }),
    ...(dag && { dag: (design.dags ?? []).indexOf(dag) + 1 }),
  };
}
