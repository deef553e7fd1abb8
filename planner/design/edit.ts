import { pointerSteps, type Pointer } from './pointer.ts';
import type { Design } from './types.ts';

/** One change at one place. `insert` puts a value into a list before the index that the path ends with. */
export type Edit =
  | { readonly op: 'set'; readonly path: Pointer; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: Pointer }
  | { readonly op: 'insert'; readonly path: Pointer; readonly value: unknown };

/** A change of a design as the user thinks of it: plain data, so that it can be kept, shown, sent and undone. */
export interface Command {
  /** What kind of change, such as "set-field" or "waive-finding". */
  readonly name: string;
  /** What it did, for the undo menu and the change log: "Set cores of R740xd to 24". */
  readonly label: string;
  readonly edits: readonly Edit[];
}

/** An edit names a place that the design does not have. */
export class EditError extends Error {
  constructor(readonly path: Pointer) {
    super(`There is nothing to change at ${path || 'the root'}.`);
    this.name = 'EditError';
  }
}

/**
 * Applies a command to a design without changing it; untouched parts are shared with the original.
 * @returns the new design, and the command that undoes it
 * @throws EditError when a path does not exist
 */
export function applyCommand(design: Design, command: Command): { design: Design; inverse: Command } {
  const inverse: Edit[] = [];
  let root: unknown = design;
  for (const edit of command.edits) {
    const steps = pointerSteps(edit.path);
    if (steps.length === 0) throw new EditError(edit.path);
    root = editAt(root, steps, edit, inverse);
  }
  return {
    design: root as Design,
    inverse: { name: command.name, label: command.label, edits: inverse.reverse() },
  };
}

function editAt(node: unknown, steps: readonly string[], edit: Edit, inverse: Edit[]): unknown {
  if (typeof node !== 'object' || node === null) throw new EditError(edit.path);
  const [step, ...rest] = steps as [string, ...string[]];
  if (Array.isArray(node)) return editList(node, step, rest, edit, inverse);
  const record = node as Record<string, unknown>;
  const exists = Object.hasOwn(record, step);
  if (rest.length > 0) {
    if (!exists) throw new EditError(edit.path);
    return { ...record, [step]: editAt(record[step], rest, edit, inverse) };
  }
  if (edit.op === 'insert' || (edit.op === 'remove' && !exists)) throw new EditError(edit.path);
  inverse.push(exists ? { op: 'set', path: edit.path, value: record[step] } : { op: 'remove', path: edit.path });
  if (edit.op === 'set') return { ...record, [step]: edit.value };
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== step));
}

function editList(
  list: readonly unknown[],
  step: string,
  rest: readonly string[],
  edit: Edit,
  inverse: Edit[],
): unknown[] {
  const index = /^(0|[1-9]\d*)$/.test(step) ? Number(step) : -1;
  const end = edit.op === 'insert' && rest.length === 0 ? list.length : list.length - 1;
  if (index < 0 || index > end) throw new EditError(edit.path);
  if (rest.length > 0) return list.with(index, editAt(list[index], rest, edit, inverse));
  switch (edit.op) {
    case 'set':
      inverse.push({ op: 'set', path: edit.path, value: list[index] });
      return list.with(index, edit.value);
    case 'insert':
      inverse.push({ op: 'remove', path: edit.path });
      return list.toSpliced(index, 0, edit.value);
    case 'remove':
      inverse.push({ op: 'insert', path: edit.path, value: list[index] });
      return list.toSpliced(index, 1);
  }
}
