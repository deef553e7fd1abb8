import { pointerSteps, valueAt, type Pointer } from '../../planner/design/pointer.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Figure, Operand } from '../../planner/sizing/index.ts';
import { labelOfKey, labelOfValue, withoutFactNumbers } from '../inspector/wording.ts';
import { subjectAt } from '../subjects/subjectAt.ts';
import { subjectName } from '../subjects/subjectName.ts';
import { valueText } from './valueText.ts';

/** A line of the tree: a figure with its formula, or something given. */
export interface WorkingRow {
  /** Where it stands in the tree: the places of its ancestors and its own, such as "0.2.1". */
  readonly key: string;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly name: string;
  readonly value: string;
  /** "" for something given. */
  readonly formula: string;
  readonly source: SourceText;
  /** Undefined where nothing stands below. */
  readonly expanded: boolean | undefined;
  /** What the closed formula gives where the design's layout gives something else, and why. */
  readonly note: string;
}

type Place = Pick<WorkingRow, 'key' | 'level' | 'position' | 'siblings'>;

/** Where a value comes from; a field of the design stands apart, so that it can be gone to. */
export interface SourceText {
  readonly before: string;
  readonly field?: { readonly path: Pointer; readonly label: string };
  readonly after: string;
}

/** The lines of a figure's working: the figure itself, and what stands below every line that is open. */
export function workingRows(
  design: Design,
  figures: readonly Figure[],
  open: ReadonlySet<string>,
): readonly WorkingRow[] {
  const [root] = figures;
  if (!root) return [];
  const byName = new Map(figures.map((figure) => [`${figure.id} ${figure.subject}`, figure]));
  const rows: WorkingRow[] = [];
  const add = (operand: Operand, figure: Figure | undefined, place: Place): void => {
    const hasMore = (figure?.inputs.length ?? 0) > 0;
    const expanded = hasMore ? open.has(place.key) : undefined;
    rows.push({
      ...place,
      name: operand.name,
      value: valueText(operand),
      formula: figure?.formula ?? '',
      source: sourceText(design, figure?.source ?? operand.source ?? ''),
      expanded,
      note: noteOf(figure),
    });
    if (!expanded) return;
    figure?.inputs.forEach((input, i, inputs) =>
      add(input, input.id === undefined ? undefined : byName.get(`${input.id} ${input.subject}`), {
        key: `${place.key}.${i}`,
        level: place.level + 1,
        position: i + 1,
        siblings: inputs.length,
      }),
    );
  };
  add({ ...root, name: figureTitle(root) }, root, { key: '0', level: 1, position: 1, siblings: 1 });
  return rows;
}

/** "CPU utilization of EX03, datacenter and one server". */
export function figureTitle({ id, subject }: Pick<Figure, 'id' | 'subject'>): string {
  const [name = '', variant] = id.split('.');
  const mode = variant === undefined ? '' : `, ${labelOfValue(variant).toLowerCase()}`;
  return `${labelOfKey(name)} of ${subject === 'design' ? 'the design' : subjectName(subject)}${mode}`;
}

function noteOf(figure: Figure | undefined): string {
  if (!figure?.closedFormula) return '';
  const { value, why } = figure.closedFormula;
  return `The closed formula gives ${valueText({ ...figure, name: '', value })}: ${why}`;
}

/** A JSON Pointer within a source, alone or behind ": "; it ends before a comma, a semicolon or the end. */
const pointerWithin = /(^|: )(\/[^\s,;]+)/;

function sourceText(design: Design, source: string): SourceText {
  const found = pointerWithin.exec(source);
  const path = found?.[2] ?? '';
  if (!found || valueAt(design, path) === undefined) return { before: withoutFactNumbers(source), after: '' };
  const at = found.index + (found[1]?.length ?? 0);
  return {
    before: withoutFactNumbers(source.slice(0, at)),
    field: { path, label: fieldLabel(design, path) },
    after: withoutFactNumbers(source.slice(at + path.length)),
  };
}

function fieldLabel(design: Design, path: Pointer): string {
  const key = pointerSteps(path).at(-1) ?? '';
  return `${subjectName(subjectAt(design, path))}: ${labelOfKey(key).toLowerCase()}`;
}
