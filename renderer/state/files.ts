import { loadDesign } from '../../planner/design/load.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { buildScene, sceneToSvg } from '../../planner/diagram/index.ts';
import type { Example, OpenedFile, SaveResult, Snapshot } from '../host/host.ts';
import { HostError } from '../host/host.ts';
import { DesignDocument } from './document.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

const SUFFIX = '.dagwright.json';

/** Opens what `read` gives, after asking about unsaved changes. A file that cannot be loaded leaves everything as it is. */
async function openWith(workspace: Workspace, read: () => Promise<OpenedFile | undefined>): Promise<void> {
  if (!(await mayLeave(workspace))) return;
  await guarded(workspace, 'The file was not opened', async () => {
    const file = await read();
    if (file) openText(workspace, file);
  });
}

export const openFile = (workspace: Workspace): Promise<void> => openWith(workspace, workspace.host.open);

export const openRecent = (workspace: Workspace, id: string): Promise<void> =>
  openWith(workspace, () => workspace.host.openRecent(id));

export const openDropped = (workspace: Workspace, transfer: DataTransfer): Promise<void> => {
  const reading = workspace.host.openDropped(transfer);
  return openWith(workspace, () => reading);
};

/** An example opens as a document of its own that has no file yet but is not edited either. */
export const openExample = (workspace: Workspace, example: Example): Promise<void> =>
  openWith(workspace, () => workspace.host.openExample(example));

export const openServed = (workspace: Workspace): Promise<void> => openWith(workspace, workspace.host.openServed);

function openText(workspace: Workspace, { name, text, handle }: OpenedFile): void {
  const loaded = loadDesign(text);
  if (!loaded.ok) {
    workspace.dialogs.fail(
      `${name} is not a design that Dagwright can read`,
      workspace.document ? 'Nothing was changed; the design you had is still open.' : 'Nothing was opened.',
      loaded.problems,
    );
    return;
  }
  const origin = { name, savedText: text, today: workspace.host.today(), ...(handle && { handle }) };
  workspace.show(new DesignDocument(loaded.value, origin));
  workspace.dialogs.announce(`${name} opened`);
}

/** A snapshot comes back as an unsaved copy; the file it came from is left alone. */
export async function recover(workspace: Workspace, snapshot: Snapshot): Promise<void> {
  const loaded = loadDesign(snapshot.text);
  if (!loaded.ok) {
    workspace.dialogs.fail('The recovery copy is damaged', 'It cannot be opened.', loaded.problems);
    return;
  }
  const name = `${snapshot.name.replace(SUFFIX, '')} (recovered)${SUFFIX}`;
  workspace.show(new DesignDocument(loaded.value, { name, today: workspace.host.today() }));
  await workspace.host.dropSnapshot(snapshot.id);
}

/** Saves to the document's file, or asks for one. False when the user cancels or it fails. */
export function saveFile(workspace: Workspace): Promise<boolean> {
  return save(workspace, false);
}

export function saveFileAs(workspace: Workspace): Promise<boolean> {
  return save(workspace, true);
}

async function save(workspace: Workspace, elsewhere: boolean): Promise<boolean> {
  const { document, host } = workspace;
  if (!document) return false;
  const text = writeDesign(document.design);
  const saved = await guarded(workspace, 'The design was not saved', async () => {
    const { handle, savedText } = document;
    const result =
      handle && savedText !== undefined && !elsewhere
        ? await host.save(handle, text, savedText)
        : await host.saveAs(document.name, text);
    return settle(workspace, document, text, result);
  });
  return saved ?? false;
}

async function settle(
  workspace: Workspace,
  document: DesignDocument,
  text: string,
  result: SaveResult,
): Promise<boolean> {
  const { host, dialogs } = workspace;
  if (result.outcome === 'cancelled') return false;
  if (result.outcome === 'saved') {
    document.markSaved(result.name, result.handle, text, host.now());
    await host.dropSnapshot(document.id);
    dialogs.say(`${result.name} saved`);
    return true;
  }
  const answer = await dialogs.ask({
    title: `${document.name} changed on disk`,
    message: 'Someone else, or another program, wrote the file since you opened it.',
    choices: [
      { value: 'mine', label: 'Keep mine', look: 'primary' },
      { value: 'theirs', label: 'Take theirs' },
      { value: 'elsewhere', label: 'Save mine elsewhere…' },
    ],
  });
  if (answer === 'mine' && document.handle) {
    return settle(workspace, document, text, await host.save(document.handle, text, result.theirs, true));
  }
  if (answer === 'elsewhere') return saveFileAs(workspace);
  if (answer === 'theirs') {
    const { name, handle } = document;
    openText(workspace, { name, text: result.theirs, ...(handle && { handle }) });
  }
  return false;
}

/** Whether the open document may be left: it is saved, or the user says so. */
export async function mayLeave(workspace: Workspace): Promise<boolean> {
  const { document, dialogs } = workspace;
  if (!document?.dirty) return true;
  const answer = await dialogs.ask({
    title: `Save ${document.name}?`,
    message: 'It has changes that are not saved.',
    choices: [
      { value: 'save', label: 'Save', look: 'primary' },
      { value: 'discard', label: 'Discard', look: 'danger' },
      { value: 'cancel', label: 'Cancel' },
    ],
  });
  return answer === 'save' ? saveFile(workspace) : answer === 'discard';
}

/** Exports the topology as the SVG that the command line would write. */
export async function exportSvg(workspace: Workspace): Promise<void> {
  const { document, host, dialogs } = workspace;
  if (!document) return;
  const svg = sceneToSvg(
    buildScene(document.design, { loads: document.loads, findings: document.verdict.findings }),
    {},
  );
  const name = `${document.name.replace(SUFFIX, '')}.svg`;
  const done = await guarded(workspace, 'The picture was not exported', () =>
    host.exportText(name, 'image/svg+xml', svg),
  );
  if (done) dialogs.say(`${name} exported`);
}

/** Runs a host action; its failure becomes a dialog. */
async function guarded<T>(workspace: Workspace, title: string, action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    workspace.dialogs.fail(title, error.message);
    return undefined;
  }
}
