import { applyCommand, type Command } from '../../planner/design/edit.ts';
import { checkRequirements } from '../../planner/design/load.ts';
import type { Pointer } from '../../planner/design/pointer.ts';
import type { Problem } from '../../planner/design/problem.ts';
import type { Design, Requirements } from '../../planner/design/types.ts';
import { addTo, removeAt, setField } from '../state/commands.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { startingPoint } from './startingPoint.ts';

/** What stands in the form. It lives in the workspace, so that leaving the form loses nothing. */
export class Draft {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    workspace.draft ??= startingPoint();
  }

  get value(): Requirements {
    return this.#workspace.draft ?? startingPoint();
  }

  set(path: Pointer, value: unknown): readonly Problem[] {
    return this.#apply(setField(this.#tree, path, value, path));
  }

  add(list: Pointer, value: unknown): void {
    this.#apply(addTo(this.#tree, list, value, 'Add'));
  }

  remove(path: Pointer): void {
    this.#apply(removeAt(path, 'Remove'));
  }

  replace(requirements: Requirements): void {
    this.#workspace.draft = requirements;
  }

  reset(): void {
    this.#workspace.draft = startingPoint();
  }

  /** Edits go by path and know no type, so that they change requirements as they change designs. */
  get #tree(): Design {
    return this.value as unknown as Design;
  }

  #apply(command: Command): readonly Problem[] {
    const changed = applyCommand(this.#tree, command).design as unknown as Requirements;
    const problems = checkRequirements(changed);
    if (problems.length === 0) this.#workspace.draft = changed;
    return problems;
  }
}
