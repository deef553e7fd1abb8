import { HostError } from '../host/host.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Runs something that asks the host; its failure becomes a dialog, and the answer undefined. */
export async function guarded<T>(
  workspace: Workspace,
  title: string,
  action: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    workspace.dialogs.fail(title, error.message);
    return undefined;
  }
}
