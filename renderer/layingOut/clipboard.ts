import type { Workspace } from '../state/workspace.svelte.ts';
import { copiedText, pasteText } from './edit.ts';

/** Copies without a key press, from a menu. @returns whether the clipboard has it */
export async function copyToClipboard(workspace: Workspace): Promise<boolean> {
  const text = copiedText(workspace);
  if (text === undefined) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    workspace.dialogs.say('The clipboard cannot be written from here: copy with the keys instead');
    return false;
  }
}

/** Pastes without a key press, where the browser lets the page read the clipboard. */
export async function pasteFromClipboard(workspace: Workspace): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => undefined);
  if (text === undefined) workspace.dialogs.say('The clipboard cannot be read from here: paste with the keys instead');
  else pasteText(workspace, text);
}
