import type { Workspace } from './workspace.svelte.ts';

/** Asks which picture of the design to export; its verdict is that of the design as it is now. */
export async function askForPicture({ document, dialogs }: Workspace): Promise<void> {
  if (document) dialogs.exporting = await document.judged();
}
