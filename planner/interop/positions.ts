import { parseTree, type Node } from 'jsonc-parser';
import { pointerSteps, type Pointer } from '../design/pointer.ts';

/** A place in a text; both count from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Finds where the values of a JSON text stand; the text is parsed with the first question.
 * @returns a function from a JSON Pointer to where that property or list item begins; where there is none, to the nearest thing
 * around it
 */
export function locate(text: string): (path: Pointer) => Position {
  let parsed: { root: Node | undefined; lineStarts: readonly number[] } | undefined;
  return (path) => {
    parsed ??= { root: parseTree(text), lineStarts: lineStartsOf(text) };
    return positionOf(offsetOf(parsed.root, pointerSteps(path)), parsed.lineStarts);
  };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

function offsetOf(root: Node | undefined, steps: readonly string[]): number {
  let offset = root?.offset ?? 0;
  let node = root;
  for (const step of steps) {
    const child = node && childAt(node, step);
    if (!child) break;
    offset = child.offset;
    node = child.type === 'property' ? child.children?.[1] : child;
  }
  return offset;
}

function childAt(node: Node, step: string): Node | undefined {
  if (node.type === 'array') return node.children?.[Number(step)];
  return node.children?.find((property) => property.children?.[0]?.value === step);
}

function positionOf(offset: number, lineStarts: readonly number[]): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}
