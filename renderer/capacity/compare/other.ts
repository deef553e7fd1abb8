import { loadDesign } from '../../../planner/design/load.ts';
import type { Design } from '../../../planner/design/types.ts';
import type { OpenedFile } from '../../host/host.ts';
import { guarded } from '../../state/guarded.ts';
import type { Workspace } from '../../state/workspace.svelte.ts';

/** A design that the open one is compared with. */
export interface Other {
  readonly name: string;
  readonly design: Design;
}

/** Reads a design to compare with, which is not opened; undefined where the user cancels or it cannot be read, which is told. */
export async function readOther(
  workspace: Workspace,
  read: () => Promise<OpenedFile | undefined>,
): Promise<Other | undefined> {
  const file = await guarded(workspace, 'The file was not read', read);
  // The window does not show the file that the host has given it.
  workspace.reportShown();
  if (!file) return undefined;
  const loaded = loadDesign(file.text);
  if (loaded.ok) return { name: file.name, design: loaded.value };
  workspace.dialogs.fail(
    `${file.name} is not a design that Dagwright can read`,
    'The comparison is as it was.',
    loaded.problems,
  );
  return undefined;
}
