import type { Workspace } from '../state/workspace.svelte.ts';
import { perform } from '../state/perform.ts';
import { aroundOf } from './around.ts';
import { nameOf, type Carried, type Drop } from './carried.ts';
import { parts, place, type Part } from './placing.ts';

/** Lets go of something: makes the change as one step and offers what is left to be done, or says why nothing is changed. */
export function settle(workspace: Workspace, carried: Carried, drop: Drop): void {
  const { document, dialogs } = workspace;
  if (!document) return;
  if (!drop.ok) {
    dialogs.say(`${nameOf(carried)}: ${drop.obstacle}`);
    return;
  }
  const { command, subjects, path, left } = drop;
  const [subject = 'design', ...others] = subjects;
  if (!perform(workspace, { command, subject, ...(path !== undefined && { path }) })) return;
  if (others.length > 0) document.selectAll(subjects);
  if (!left) return;
  const { mark } = document;
  dialogs.offer = {
    message: left.message,
    choices: left.offers.map((offer) => ({
      label: offer.label,
      run: () => perform(workspace, { command: offer.command, subject }),
    })),
    isCurrent: () => workspace.document === document && document.mark === mark,
  };
  dialogs.announce(`${command.label}. ${left.message}`);
}

/** Places a part where the selection is. */
export function placeAtSelection(workspace: Workspace, part: Part): void {
  const { document } = workspace;
  if (!document) return;
  const made = place(document.design, part, aroundOf(document.design, document.selected));
  if (typeof made === 'string') workspace.dialogs.say(`${parts[part]}: ${made}`);
  else perform(workspace, made);
}
