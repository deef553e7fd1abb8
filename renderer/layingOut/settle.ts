import { indexDesign } from '../../planner/design/index.ts';
import { designFormat } from '../../planner/design/load.ts';
import { parseSubject, type Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Offer } from '../state/dialogs.svelte.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { perform } from '../state/perform.ts';
import type { Made } from '../state/structure.ts';
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
  const { command, subjects, path, left, side } = drop;
  const [subject = 'design', ...others] = subjects;
  if (!perform(workspace, { command, subject, ...(path !== undefined && { path }) })) return;
  if (others.length > 0) document.selectAll(subjects);
  if (left) {
    offer(
      workspace,
      left.message,
      left.offers.map((each) => ({
        label: each.label,
        run: () => perform(workspace, { command: each.command, subject }),
      })),
    );
  } else if (side === undefined) offerRebalancing(workspace, subjects);
}

/** Places a part where the selection is. */
export function placeAtSelection(workspace: Workspace, part: Part): void {
  const { document } = workspace;
  if (!document) return;
  const made = place(document.design, part, aroundOf(document.design, document.selected));
  if (typeof made === 'string') workspace.dialogs.say(`${parts[part]}: ${made}`);
  else addPart(workspace, made);
}

/** Adds a part that was made for its place. */
export function addPart(workspace: Workspace, made: Made): void {
  if (perform(workspace, made)) offerRebalancing(workspace, [made.subject]);
}

/** Servers that came or stand elsewhere change what an even layout is; that copies move for it is offered. */
function offerRebalancing(workspace: Workspace, subjects: readonly Subject[]): void {
  const { servers } = indexDesign(workspace.document?.design ?? noDesign);
  const isOfDagWithCopies = (about: Subject): boolean => {
    const parsed = parseSubject(about);
    const dag = parsed?.kind === 'server' ? servers.get(parsed.name)?.dag : undefined;
    return (dag?.databases ?? []).some(({ copies = [] }) => copies.length > 0);
  };
  if (!subjects.some(isOfDagWithCopies)) return;
  offer(workspace, 'The database copies stand where they stood.', [
    { label: 'Rebalance database copies…', run: () => (workspace.dialogs.improvingLayout = true) },
  ]);
}

const noDesign: Design = { format: designFormat, name: '' };

/** Offers what is left to do until the design changes again. */
function offer(workspace: Workspace, message: string, choices: Offer['choices']): void {
  const { document, dialogs } = workspace;
  const mark = document?.mark;
  const isCurrent = (): boolean => workspace.document === document && document?.mark === mark;
  dialogs.offer = { message, choices, isCurrent };
  dialogs.announce(`${document?.undoable?.label}. ${message}`);
}
