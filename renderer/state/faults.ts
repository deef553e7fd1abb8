import { on } from 'svelte/events';
import type { Fault } from '../host/host.ts';
import { guarded } from './guarded.ts';
import type { Workspace } from './workspace.svelte.ts';

/** A mistake that repeats itself tells nothing new. */
const MOST = 50;

/**
 * Notices what goes wrong in the page's own code: keeps the work, says so, and tells the desktop program's log. A browser has its
 * console.
 * @param keepWork keeps a recovery copy now
 * @returns what stops it
 */
export function watchFaults(workspace: Workspace, keepWork: () => void): () => void {
  const { desktop } = workspace.host;
  const seen = new Set<string>();

  function notice(fault: Fault): void {
    if (isHarmless(fault) || seen.has(fault.message) || seen.size >= MOST) return;
    seen.add(fault.message);
    keepWork();
    // A log that fails must not become the next fault.
    desktop?.logFault(fault).catch(() => undefined);
    void tell(workspace);
  }

  const offs = [
    on(window, 'error', ({ error, message }) => notice(faultOf(error ?? message))),
    on(window, 'unhandledrejection', ({ reason }) => notice(faultOf(reason))),
  ];
  return () => offs.forEach((off) => off());
}

/** Browsers report an observer that needs another frame as an error. */
function isHarmless({ message }: Fault): boolean {
  return message.startsWith('ResizeObserver loop');
}

function faultOf(thrown: unknown): Fault {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  return { message: `${thrown.name}: ${thrown.message}`, ...(thrown.stack !== undefined && { stack: thrown.stack }) };
}

async function tell(workspace: Workspace): Promise<void> {
  const { dialogs, document, host } = workspace;
  const { desktop } = host;
  const kept = document?.dirty
    ? 'Your work is kept: it is still here, and so is a recovery copy of it.'
    : 'Nothing is lost.';
  const answer = await dialogs.ask({
    title: 'Something went wrong',
    message: `Dagwright made a mistake of its own. ${kept} If something behaves oddly, save and start Dagwright again.`,
    choices: [
      { value: 'go on', label: 'Go on', look: 'primary' },
      ...(desktop ? [{ value: 'log', label: 'Open log folder' }] : []),
    ],
  });
  if (answer === 'log') await guarded(workspace, 'The log folder was not opened', async () => desktop?.openLogFolder());
}
