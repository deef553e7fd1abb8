import { counted } from '../../../planner/design/format.ts';
import type { Figure, Operand } from '../../../planner/sizing/figure.ts';
import { quantity } from './quantity.ts';

/** Looks a figure up by what names it. */
type Find = (named: { readonly id?: string; readonly subject?: string }) => Figure | undefined;

/** The working of figures as a tree; those of several subjects that work alike are shown once. */
export function explanationText(chosen: readonly Figure[], figures: readonly Figure[]): string {
  const find = finder(figures);
  const alike = new Map<string, { readonly figure: Figure; readonly subjects: string[] }>();
  const keys = new Map<Figure, string>();
  for (const figure of chosen) {
    const key = keyOf(figure, find, keys);
    const group = alike.get(key) ?? { figure, subjects: [] };
    group.subjects.push(figure.subject);
    alike.set(key, group);
  }
  return [...alike.values()]
    .map(({ figure, subjects }) => [subjectsText(subjects), ...treeOf(figure, find)].join('\n'))
    .join('\n\n');
}

/** The figures and all those that they are made from, each once. */
export function explainedFigures(chosen: readonly Figure[], figures: readonly Figure[]): Figure[] {
  const find = finder(figures);
  const found = new Set(chosen);
  for (const figure of found) {
    for (const operand of figure.inputs) {
      const source = find(operand);
      if (source) found.add(source);
    }
  }
  return [...found];
}

/** A figure's value, formula, source and operands; an operand that is a figure follows with its own, once. */
function treeOf(figure: Figure, find: Find, indent = '', shown = new Set<Figure>()): string[] {
  shown.add(figure);
  const { closedFormula } = figure;
  return [
    `${indent}${figure.id} = ${quantity(figure)}`,
    `${indent}    = ${figure.formula}`,
    `${indent}    Source: ${figure.source}`,
    ...(closedFormula
      ? [
          `${indent}    By the closed formula ${quantity({ ...figure, value: closedFormula.value })}: ${closedFormula.why}`,
        ]
      : []),
    ...figure.inputs.flatMap((operand) => operandLines(operand, find, `${indent}    `, shown)),
  ];
}

function operandLines(operand: Operand, find: Find, indent: string, shown: Set<Figure>): string[] {
  const source = find(operand);
  const line = `${indent}${operand.name}: ${quantity(operand)}`;
  if (!source) return [operand.source === undefined ? line : `${line} (${operand.source})`];
  if (shown.has(source)) return [`${line} (${source.id}, shown above)`];
  return [line, ...treeOf(source, find, `${indent}    `, shown)];
}

/** What a figure and its parts say, whoever they are of. */
function keyOf(figure: Figure, find: Find, keys: Map<Figure, string>): string {
  const known = keys.get(figure);
  if (known !== undefined) return known;
  const parts = figure.inputs.map((operand) => {
    const source = find(operand);
    return source ? keyOf(source, find, keys) : `${operand.name}=${operand.value}`;
  });
  const key = `${figure.id}=${figure.value}[${parts.join()}]${JSON.stringify(figure.closedFormula ?? '')}`;
  keys.set(figure, key);
  return key;
}

function finder(figures: readonly Figure[]): Find {
  const byKey = new Map(figures.map((figure) => [`${figure.id} ${figure.subject}`, figure]));
  return ({ id, subject }) => (id === undefined ? undefined : byKey.get(`${id} ${subject}`));
}

function subjectsText(subjects: readonly string[]): string {
  const [first = '', ...others] = subjects;
  return others.length === 0 ? first : `${first} and ${counted(others.length, 'other')} alike`;
}
