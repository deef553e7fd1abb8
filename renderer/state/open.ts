import { counted } from '../numbers/format.ts';
import { designFormat, loadDesign } from '../../planner/design/load.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Problem } from '../../planner/design/problem.ts';
import type { Example, OpenedFile, Snapshot } from '../host/host.ts';
import { DesignDocument } from './document.svelte.ts';
import { copyName, fileOfPicture, fileNameOf } from './fileName.ts';
import { guarded } from './guarded.ts';
import { mayLeave } from './save.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Opens what `read` gives, after asking about unsaved changes. True when it is on screen; else everything is as it was. */
async function openWith(workspace: Workspace, read: () => Promise<OpenedFile | undefined>): Promise<boolean> {
  if (!(await mayLeave(workspace))) return false;
  const left = workspace.document?.design;
  const file = await guarded(workspace, 'The file was not opened', read);
  const changedMeanwhile = workspace.document?.design !== left;
  const opened = file !== undefined && (!changedMeanwhile || (await mayLeave(workspace))) && openText(workspace, file);
  // The host gave a file away that is not shown after all.
  if (file && !opened) workspace.reportShown();
  return opened;
}

export const openFile = (workspace: Workspace): Promise<boolean> => openWith(workspace, workspace.host.open);

export const openRecent = (workspace: Workspace, id: string): Promise<boolean> =>
  openWith(workspace, () => workspace.host.openRecent(id));

/** Opens the first file of a drop; to be called while the drop lasts. */
export async function openDropped(workspace: Workspace, transfer: DataTransfer): Promise<void> {
  const { length } = transfer.files;
  const read = workspace.host.dropped(transfer);
  if (!read || !(await openWith(workspace, read)) || length < 2) return;
  workspace.dialogs.say(`${workspace.document?.name} opened. A window shows one design: ${others(length - 1)}.`);
}

const others = (count: number): string => `${counted(count, 'other file')} ${count === 1 ? 'was' : 'were'} not opened`;

/** An example opens as a document of its own that has no file yet but is not edited either. */
export const openExample = (workspace: Workspace, example: Example): Promise<boolean> =>
  openWith(workspace, () => workspace.host.openExample(example));

/** Begins a design that states nothing, to be laid out by hand. */
export async function openEmpty(workspace: Workspace): Promise<void> {
  if (!(await mayLeave(workspace))) return;
  const design: Design = { format: designFormat, name: 'New design' };
  workspace.show(new DesignDocument(design, { name: fileNameOf(design.name), today: workspace.host.today() }));
  workspace.dialogs.announce('Empty design opened');
}

/** Opens what the window was asked from outside to show. */
export const openOffered = (workspace: Workspace): Promise<boolean> => openWith(workspace, workspace.host.takeOffered);

function openText(workspace: Workspace, { name: file, text, handle, picture }: OpenedFile): boolean {
  const name = picture ? fileOfPicture(file) : file;
  const loaded = loadDesign(text);
  if (!loaded.ok) {
    workspace.dialogs.fail(
      `${name} is not a design that Dagwright can read`,
      workspace.document ? 'Nothing was changed; the design you had is still open.' : 'Nothing was opened.',
      loaded.problems,
    );
    return false;
  }
  const origin = {
    name,
    today: workspace.host.today(),
    ...(!picture && { savedText: text }),
    ...(handle && { handle }),
  };
  workspace.show(new DesignDocument(loaded.value, origin));
  workspace.dialogs.announce(`${name} opened`);
  return true;
}

/** Opens what the file held before it was last saved here, as a copy that no file has yet. */
export async function openPrevious(workspace: Workspace): Promise<void> {
  const { document, host, dialogs } = workspace;
  const { handle } = document ?? {};
  if (!document || !handle) return;
  const title = 'The previous version was not opened';
  const found = await guarded(workspace, title, async () => ({ file: await host.desktop?.openPrevious(handle) }));
  if (!found) return;
  if (!found.file) return dialogs.say(`No earlier version of ${document.name} is kept: it was not saved here yet`);
  const loaded = loadDesign(found.file.text);
  if (!loaded.ok) return dialogs.fail(title, 'It is not a design that Dagwright can read.', loaded.problems);
  if (!(await mayLeave(workspace))) return;
  const name = copyName(document.name, 'previous');
  workspace.show(new DesignDocument(loaded.value, { name, today: host.today() }));
  dialogs.announce(`${name} opened`);
}

/**
 * A recovery copy comes back as an unsaved document that goes on keeping it; the file it came from is left alone.
 * @returns what is wrong with a copy that cannot be opened
 */
export function recover(workspace: Workspace, { id, name, text }: Snapshot): readonly Problem[] {
  const loaded = loadDesign(text);
  if (!loaded.ok) return loaded.problems;
  const origin = { id, name: copyName(name, 'recovered'), today: workspace.host.today() };
  workspace.show(new DesignDocument(loaded.value, origin));
  workspace.dialogs.announce(`${origin.name} opened`);
  return [];
}
