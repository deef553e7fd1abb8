import { on } from 'svelte/events';
import { writeDesign } from '../../planner/design/write.ts';
import { HostError } from '../host/host.ts';
import { debounce } from './debounce.ts';
import { summaryOf } from './recoverySummary.ts';
import type { Workspace } from './workspace.svelte.ts';

/** A program that is killed loses no more than this, also of somebody who edits without a pause. */
const LATEST_MS = 1000;

/**
 * Keeps one recovery copy of the open document while it has unsaved changes, at once when the window is left or hidden; to be called
 * while a component is set up.
 * @returns what keeps the copy now, where one is due
 */
export function keepSnapshots(workspace: Workspace): () => void {
  const { host, dialogs } = workspace;
  let warned = false;

  async function keep(): Promise<void> {
    const { document } = workspace;
    if (!document?.dirty) return;
    const { id, name, design } = document;
    const keptAt = host.now();
    try {
      await host.keepSnapshot({ id, name, keptAt, summary: summaryOf(document), text: writeDesign(design) });
      warned = false;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      if (!warned) dialogs.fail('No recovery copy can be kept', `${error.message} Save often.`);
      warned = true;
    }
  }

  const { call, flush, cancel } = debounce(() => void keep(), LATEST_MS, LATEST_MS);
  $effect(() => {
    const { document } = workspace;
    if (document?.dirty) return call();
    cancel();
    if (document) void workspace.forgetSnapshot(document.id);
  });
  $effect(() => {
    const off = [on(window, 'blur', flush), on(window, 'pagehide', flush), on(document, 'visibilitychange', flush)];
    return () => off.forEach((stop) => stop());
  });
  return flush;
}
