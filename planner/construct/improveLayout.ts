import { applyCommand, type Command, type Edit } from '../design/edit.ts';
import { counted } from '../design/format.ts';
import { indexDesign, type Placed } from '../design/index.ts';
import type { Dag, Design } from '../design/types.ts';
import {
  improveDag,
  layoutChanges,
  layoutEvenness,
  readDagLayout,
  type CopyMove,
  type DagLayout,
  type LayoutEvenness,
  type PreferenceChange,
} from '../layout/index.ts';
import { brokenRules } from '../rules/index.ts';
import { volumeFits } from '../sizing/index.ts';
import { databaseWeights } from './databaseWeights.ts';

export interface ImproveLayoutOptions {
  /** Names of servers that are to be emptied. */
  readonly vacate?: readonly string[];
  /** Names of the DAGs that are improved; all where it is absent. */
  readonly dags?: readonly string[];
  /** By what fraction a load may be above its lower bound before data is moved for it; `defaultTolerance` where it is absent. */
  readonly tolerance?: number;
  /** Told now and then which share of the work is done at most, 0 to 1. */
  readonly progress?: (share: number) => void;
}

/** What becomes of one DAG. */
export interface DagImprovement {
  readonly dag: string;
  readonly before: LayoutEvenness;
  readonly after: LayoutEvenness;
  /** Copies whose data has to be seeded at another place. */
  readonly moves: readonly CopyMove[];
  /** No layout whose servers hold as many copies as these moves fewer copies. */
  readonly fewestMoves: number;
  /** Copies that stay and change their preference. */
  readonly preferences: readonly PreferenceChange[];
  /** Copies that found no place: lacking ones, and those of servers that are to be emptied. */
  readonly unplaced: number;
  /** What is to be known besides. */
  readonly notes: readonly string[];
}

export interface LayoutImprovement {
  readonly dags: readonly DagImprovement[];
  /** All of it as one undoable change; undefined where nothing changes. */
  readonly command: Command | undefined;
}

/**
 * Rebalances the copies of each DAG with as few moved copies as it finds. Copies stay in their datacenter, and a rule that the design
 * meets, advice aside, it meets afterwards; the layout of a DAG where that cannot be had is left as it is. The same design always
 * gives the same result.
 * @throws RangeError where a named server or DAG is not in the design
 */
export function improveLayout(design: Design, options: ImproveLayoutOptions = {}): LayoutImprovement {
  const { vacate = [], dags: wanted, progress } = options;
  const { dags, servers } = indexDesign(design);
  for (const name of vacate) if (!servers.has(name)) throw new RangeError(`The design has no server "${name}".`);
  for (const name of wanted ?? []) if (!dags.has(name)) throw new RangeError(`The design has no DAG "${name}".`);
  const chosen = [...dags.values()].filter(({ value }) => wanted?.includes(value.name) ?? true);
  const edits: Edit[] = [];
  const improved = chosen.map((dag, i) => {
    const share = (done: number): void => progress?.((i + done) / chosen.length);
    const result = improveOne(design, dag, { ...options, progress: share });
    edits.push(...result.edits);
    return result.improvement;
  });
  return { dags: improved, command: edits.length > 0 ? commandOf(improved, edits) : undefined };
}

function improveOne(
  design: Design,
  dag: Placed<Dag>,
  { vacate = [], tolerance, progress }: ImproveLayoutOptions,
): { readonly improvement: DagImprovement; readonly edits: readonly Edit[] } {
  const weights = databaseWeights(design, dag.value);
  const layout = readDagLayout(design, dag, { loadOf: weights.loadOf, vacate: new Set(vacate) });
  const { rows, finished } = improveDag(layout, {
    fits: fitsOf(design, layout),
    ...(tolerance !== undefined && { tolerance }),
    ...(progress && { progress }),
  });
  const found = layoutChanges(layout, rows);
  const changed = applyCommand(design, { name: 'improve-layout', label: '', edits: found.edits }).design;
  const broken = found.edits.length > 0 ? brokenRules(design, changed) : [];
  const keeps = broken.length > 0;
  const changes = keeps ? layoutChanges(layout, layout.rows) : found;
  const result = keeps ? design : changed;
  const { edits, ...told } = changes;
  const before = layoutEvenness(design, dag, weights);
  const after = layoutEvenness(result, indexDesign(result).dags.get(dag.value.name) ?? dag, weights);
  const notes = [
    ...(keeps ? [`Nothing is moved: that would break ${broken.join(', ')}, which the design meets.`] : []),
    ...(keeps ? [] : unplacedNotes(layout, told.unplaced)),
    ...(finished ? [] : ['The work that one run may do was used up; another run may find more.']),
  ];
  return { improvement: { dag: dag.value.name, before, after, ...told, notes }, edits };
}

function fitsOf(design: Design, layout: DagLayout): (volume: number, databases: readonly number[]) => boolean {
  const fits = volumeFits(design);
  return (volume, databases) => {
    const { server, name } = layout.volumes[volume] ?? {};
    const host = layout.servers[server ?? -1];
    if (!host || name === undefined) return true;
    return fits(
      host.value.name,
      name,
      databases.flatMap((d) => layout.databases[d]?.placed.value.name ?? []),
    );
  };
}

function unplacedNotes({ databases, vacated }: DagLayout, unplaced: number): string[] {
  if (unplaced === 0) return [];
  const lacking = databases.reduce((sum, { lackingIn }) => sum + lackingIn.size, 0);
  const copies = counted(unplaced, 'copy', 'copies');
  const reason =
    'the data volumes of the other servers in their datacenter have no room, or hold a copy of the same preference';
  return vacated.size > 0 && lacking === 0
    ? [`${copies} ${unplaced === 1 ? 'stays' : 'stay'} on servers that are to be emptied: ${reason}.`]
    : [`${copies} ${unplaced === 1 ? 'finds' : 'find'} no place: ${reason}.`];
}

function commandOf(dags: readonly DagImprovement[], edits: readonly Edit[]): Command {
  const moved = dags.reduce((sum, { moves }) => sum + moves.length, 0);
  const label =
    moved > 0
      ? `Rebalance database copies, ${counted(moved, 'copy', 'copies')} moved`
      : 'Rebalance activation preferences';
  return { name: 'improve-layout', label, edits };
}
