import type { ActionRegistry } from '../actions/registry.svelte.ts';
import { fieldOf, settleField } from '../actions/shortcut.ts';
import type { Desktop } from '../host/host.ts';
import { openOffered } from '../state/open.ts';
import { saveFile } from '../state/save.ts';
import type { Workspace } from '../state/workspace.svelte.ts';

/** Keeps the desktop program told of the page, and does what it asks; to be called while a component is set up. */
export function serveDesktop(workspace: Workspace, actions: ActionRegistry): void {
  const { desktop } = workspace.host;
  if (!desktop) return;
  let reported = '';

  $effect(() => {
    const menu = actions.menu();
    const text = JSON.stringify(menu);
    if (text === reported) return;
    reported = text;
    void desktop.reportActions(menu);
  });
  $effect(() => void desktop.setTheme(workspace.preferences.values.theme));
  $effect(() => {
    const offs = [
      desktop.on('menuChosen', ({ id }) => actions.choose(id, document.activeElement)),
      desktop.on('fileOffered', () => void openOffered(workspace)),
      desktop.on('saveForClosing', () => void saveForClosing(workspace, desktop)),
    ];
    return () => offs.forEach((off) => off());
  });
}

/** The window closes only when this answers that everything is saved. */
async function saveForClosing(workspace: Workspace, desktop: Desktop): Promise<void> {
  settleField(fieldOf(document.activeElement));
  let saved = false;
  try {
    saved = (!workspace.document || (await saveFile(workspace))) && !workspace.document?.dirty;
  } finally {
    await desktop.answerSaved(saved);
  }
}
