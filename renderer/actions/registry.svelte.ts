import { getContext, setContext } from 'svelte';
import type { MenuAction } from '../../schemas/generated/messages.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { labelOf, type Action } from './action.ts';
import { makeActions } from './actions.ts';
import { fieldOf, isShortcut, settleField } from './shortcut.ts';

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
    const action = this.all.find(({ shortcut, inFields, byEvent }) => {
      if (shortcut === undefined || byEvent || !isShortcut(event, shortcut)) return false;
      return !field || inFields === 'always' || (inFields === 'settled' && field.dataset['settled'] === 'true');
    });
    if (!action) return;
    event.preventDefault();
    settleField(field);
    this.run(action);
  }

  /** Runs the action that was chosen in the application menu; what is typed where the focus is counts first. */
  choose(id: string, focused: EventTarget | null): void {
    const action = this.all.find((each) => each.id === id);
    if (!action || this.workspace.dialogs.open) return;
    settleField(fieldOf(focused));
    this.run(action);
  }

  /** The actions as they stand now, for the application menu; none can be chosen while a dialog is open. */
  menu(): readonly MenuAction[] {
    const isFree = !this.workspace.dialogs.open;
    return this.all
      .filter(({ ofShell }) => !ofShell)
      .map((action) => ({
        id: action.id,
        group: action.group,
        label: labelOf(action),
        enabled: isFree && action.obstacle?.() === undefined,
        ...(action.shortcut !== undefined && { shortcut: action.shortcut }),
        ...(action.checked && { checked: action.checked() }),
      }));
  }
}

const KEY = Symbol('actions');

export const provideActions = (registry: ActionRegistry): ActionRegistry => setContext(KEY, registry);
export const useActions = (): ActionRegistry => getContext<ActionRegistry>(KEY);
