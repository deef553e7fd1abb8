import type { Snapshot } from '../host/host.ts';
import { stemOf } from './fileName.ts';
import { guarded } from './guarded.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Hands the user a recovery copy that is no design any more, as it is. */
export async function saveDamaged(workspace: Workspace, { name, text }: Snapshot): Promise<void> {
  const target = `${stemOf(name)} (damaged).txt`;
  const saved = await guarded(workspace, 'The copy was not saved', () =>
    workspace.host.exportFile(target, 'text/plain', text),
  );
  if (saved) workspace.dialogs.say(`${target} saved; the recovery copy is kept until you discard it`);
}
