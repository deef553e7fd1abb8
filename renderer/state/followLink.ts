import { linkTo } from '../host/links.ts';
import { guarded } from './guarded.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Follows a link to a document: a browser does so itself, the desktop program by the link's name. */
export function followLink(workspace: Workspace, event: MouseEvent, address: string): void {
  const { desktop } = workspace.host;
  if (!desktop) return;
  event.preventDefault();
  const name = linkTo(address);
  if (name === undefined) workspace.dialogs.say(`This document is at ${address}`);
  else void guarded(workspace, 'The document was not opened', () => desktop.openLink(name));
}
