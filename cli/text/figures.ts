import { counted, formatNumber, formatPercent } from '../../planner/design/format.ts';
import type { Figure, Operand } from '../../planner/sizing/figure.ts';

/** Figures for people: by subject, one line each. */
export function figuresText(figures: readonly Figure[]): string {
  const width = Math.max(0, ...figures.map(({ id }) => id.length));
  const subjects = [...new Set(figures.map(({ subject }) => subject))];
  return subjects
    .flatMap((subject) => [
      subject,
      ...figures
        .filter((figure) => figure.subject === subject)
        .map((figure) => `    ${figure.id.padEnd(width)}  ${quantity(figure)}`),
    ])
    .join('\n');
}

/** The working of figures as a tree; those of several subjects that work alike are shown once. */
export function explanationText(chosen: readonly Figure[], figures: readonly Figure[]): string {
  const trees = new Map<string, string[]>();
  for (const figure of chosen) {
    const tree = treeOf(figure, figures).join('\n');
    trees.set(tree, [...(trees.get(tree) ?? []), figure.subject]);
  }
  return [...trees].map(([tree, subjects]) => `${subjectsText(subjects)}\n${tree}`).join('\n\n');
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

function treeOf(figure: Figure, figures: readonly Figure[], indent = '', above: readonly Figure[] = []): string[] {
  return [
    `${indent}${figure.id} = ${quantity(figure)}`,
    `${indent}    = ${figure.formula}`,
    `${indent}    Source: ${figure.source}`,
    ...figure.inputs.flatMap((operand) => {
      const source = figureOf(operand, figures);
      const line = `${indent}    ${operand.name}: ${quantity(operand)}`;
      if (!source) return [operand.source === undefined ? line : `${line} (${operand.source})`];
      if (above.includes(source) || source === figure) return [line];
      return [line, ...treeOf(source, figures, `${indent}        `, [...above, figure])];
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
