import { getContext, setContext } from 'svelte';
import type { Workspace } from '../state/workspace.svelte.ts';
import { labelOf, type Action } from './action.ts';
import { makeActions } from './actions.ts';
import { isShortcut, fieldOf } from './shortcut.ts';

/** The one list of actions, by id, and how key presses reach it. */
export class ActionRegistry {
  readonly all: readonly Action[];

  constructor(readonly workspace: Workspace) {
    this.all = makeActions(workspace);
  }

  /** @throws when there is no such action: the id is a mistake in the code */
  get(id: string): Action {
    const action = this.all.find((each) => each.id === id);
    if (!action) throw new Error(`There is no action ${id}`);
    return action;
  }

  /** Does it, or says why not. */
  run(action: Action): void {
    const obstacle = action.obstacle?.();
    if (obstacle === undefined) action.run();
    else this.workspace.dialogs.say(`${labelOf(action)}: ${obstacle}`);
  }

  /** Runs the action that a key press is the shortcut of. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || this.workspace.dialogs.open) return;
    const field = fieldOf(event.target);
    const action = this.all.find(({ shortcut, inFields }) => {
      if (shortcut === undefined || !isShortcut(event, shortcut)) return false;
      return !field || inFields === 'always' || (inFields === 'settled' && field.dataset['settled'] === 'true');
    });
    if (!action) return;
    event.preventDefault();
    field?.dispatchEvent(new Event('change', { bubbles: true }));
    this.run(action);
  }
}

const KEY = Symbol('actions');

export const provideActions = (registry: ActionRegistry): ActionRegistry => setContext(KEY, registry);
export const useActions = (): ActionRegistry => getContext<ActionRegistry>(KEY);
