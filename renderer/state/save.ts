import { loadDesign } from '../../planner/design/load.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { HostError } from '../host/host.ts';
import { replaceDesign } from './commands.ts';
import type { DesignDocument } from './document.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

type Wanted = 'inPlace' | 'elsewhere';

/** Saves to the document's file, or asks for one. False when the user cancels or it fails. */
export const saveFile = (workspace: Workspace): Promise<boolean> => saveInTurn(workspace, 'inPlace');

export const saveFileAs = (workspace: Workspace): Promise<boolean> => saveInTurn(workspace, 'elsewhere');

/** One save at a time: the next one begins with what the last one wrote. */
function saveInTurn(workspace: Workspace, wanted: Wanted): Promise<boolean> {
  const saved = workspace.saving.then(async () => {
    const { document } = workspace;
    return document !== undefined && save(workspace, document, wanted);
  });
  workspace.saving = saved.catch(() => undefined);
  return saved;
}

/** `known`: what the file was last seen to hold. */
async function save(
  workspace: Workspace,
  document: DesignDocument,
  wanted: Wanted,
  known = document.savedText,
): Promise<boolean> {
  const { host, dialogs } = workspace;
  const { handle, mark } = document;
  const text = writeDesign(document.design);
  try {
    const inPlace = wanted === 'inPlace' && handle !== undefined && known !== undefined;
    const result = inPlace ? await host.save(handle, text, known) : await host.saveAs(document.name, text);
    if (result.outcome === 'cancelled') return false;
    if (result.outcome === 'conflict') return await settle(workspace, document, result.theirs);
    document.markSaved(result.name, result.handle, text, host.now(), mark);
    dialogs.say(`${result.name} saved`);
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return (await asksElsewhere(workspace, error.message)) && save(workspace, document, 'elsewhere');
  }
  if (!document.dirty) await workspace.forgetSnapshot(document.id);
  return true;
}

async function asksElsewhere({ dialogs }: Workspace, message: string): Promise<boolean> {
  const answer = await dialogs.ask({
    title: 'The design was not saved',
    message,
    choices: [
      { value: 'elsewhere', label: 'Save elsewhere…', look: 'primary' },
      { value: 'close', label: 'Close' },
    ],
  });
  return answer === 'elsewhere';
}

/** The file holds something else than was last seen there: the user says what becomes of both. */
async function settle(workspace: Workspace, document: DesignDocument, theirs: string): Promise<boolean> {
  const { name, savedText: base = '', design: mine } = document;
  switch (await workspace.dialogs.askConflict({ name, base, mine, theirs })) {
    case 'mine':
      return save(workspace, document, 'inPlace', theirs);
    case 'elsewhere':
      return save(workspace, document, 'elsewhere');
    case 'theirs':
      takeTheirs(workspace, document, theirs);
      return false;
    case undefined:
      return false;
  }
}

/** Their design takes the place of ours as one change, so that undoing it brings ours back. */
function takeTheirs(workspace: Workspace, document: DesignDocument, theirs: string): void {
  const loaded = loadDesign(theirs);
  if (!loaded.ok) return;
  document.apply(replaceDesign(document.design, loaded.value, `Take ${document.name} as it is on disk`));
  document.markSaved(document.name, document.handle, theirs, workspace.host.now());
  workspace.dialogs.say('Theirs is open now; Undo brings yours back');
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
