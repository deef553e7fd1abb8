import { counted, formatNumber, formatPercent } from '../../planner/design/format.ts';
import type { Figure, Operand } from '../../planner/sizing/figure.ts';

/** Figures for people: by subject, one line each; subjects with the same figures stand together. */
export function figuresText(figures: readonly Figure[]): string {
  const width = Math.max(0, ...figures.map(({ id }) => id.length));
  const lines = new Map<string, string[]>();
  for (const figure of figures) {
    append(lines, figure.subject, `    ${figure.id.padEnd(width)}  ${quantity(figure)}`);
  }
  const groups = new Map<string, string[]>();
  for (const [subject, own] of lines) append(groups, [kindOf(subject), ...own].join('\n'), subject);
  return [...groups.values()]
    .flatMap((subjects) => [subjectsText(subjects), ...(lines.get(subjects[0] ?? '') ?? [])])
    .join('\n');
}

/** The working of figures as a tree; those of several subjects that work alike are shown once. */
export function explanationText(chosen: readonly Figure[], figures: readonly Figure[]): string {
  const alike = new Map<string, { readonly tree: string; readonly subjects: string[] }>();
  for (const figure of chosen) {
    const tree = treeOf(figure, figures).join('\n');
    const key = tree.replace(/ \(\/.*\)$/gm, '');
    const group = alike.get(key) ?? { tree, subjects: [] };
    group.subjects.push(figure.subject);
    alike.set(key, group);
  }
  return [...alike.values()].map(({ tree, subjects }) => `${subjectsText(subjects)}\n${tree}`).join('\n\n');
}

/** The figures and all those that they are made from, each once. */
export function explainedFigures(chosen: readonly Figure[], figures: readonly Figure[]): Figure[] {
  const found = new Set(chosen);
  for (const figure of found) {
    for (const operand of figure.inputs) {
      const source = figureOf(operand, figures);
      if (source) found.add(source);
    }
  }
  return [...found];
}

/** A figure's value, formula, source and operands; an operand that is a figure follows with its own, once. */
function treeOf(figure: Figure, figures: readonly Figure[], indent = '', shown = new Set<Figure>()): string[] {
  shown.add(figure);
  return [
    `${indent}${figure.id} = ${quantity(figure)}`,
    `${indent}    = ${figure.formula}`,
    `${indent}    Source: ${figure.source}`,
    ...figure.inputs.flatMap((operand) => {
      const source = figureOf(operand, figures);
      const line = `${indent}    ${operand.name}: ${quantity(operand)}`;
      if (!source) return [operand.source === undefined ? line : `${line} (${operand.source})`];
      if (shown.has(source)) return [`${line} (${source.id}, shown above)`];
      return [line, ...treeOf(source, figures, `${indent}        `, shown)];
    }),
  ];
}

function figureOf({ id, subject }: Operand, figures: readonly Figure[]): Figure | undefined {
  return id === undefined ? undefined : figures.find((figure) => figure.id === id && figure.subject === subject);
}

function quantity({ value, unit }: { readonly value: Figure['value']; readonly unit: string }): string {
  if (typeof value !== 'number') return String(value);
  return unit === '1' ? formatPercent(value) : [formatNumber(value), unit].filter(Boolean).join(' ');
}

function subjectsText(subjects: readonly string[]): string {
  const [first = '', ...others] = subjects;
  return others.length === 0 ? first : `${first} and ${counted(others.length, 'other')} alike`;
}

function kindOf(subject: string): string {
  return subject.split(':', 1)[0] ?? '';
}

function append(map: Map<string, string[]>, key: string, line: string): void {
  const list = map.get(key);
  if (list) list.push(line);
  else map.set(key, [line]);
}
