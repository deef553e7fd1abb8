import Spotlight from '@lucide/svelte/icons/spotlight';
import type { Action } from '../actions/action.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { focusable, focusOf } from './focus.ts';

/** Puts what is selected in the light, and out of it again. */
export function focusAction(workspace: Workspace): Action {
  return {
    id: 'focus',
    group: 'view',
    label: 'Focus on the selection',
    icon: Spotlight,
    shortcut: 'I',
    checked: () => workspace.focusing,
    obstacle: () => {
      if (workspace.focusing) return undefined;
      if (!workspace.document) return 'Open or make a design first';
      return focusable(workspace.document.selected) === undefined
        ? 'Select a database, a copy, a disk or a server first'
        : undefined;
    },
    run: () => {
      workspace.focusing = !workspace.focusing;
      if (!workspace.focusing || !workspace.document) return;
      workspace.view = 'topology';
      const focus = focusOf(workspace.document.design, workspace.document.selected);
      if (focus) workspace.canvas?.zoomToAll([focus.about, ...focus.lit]);
    },
  };
}
