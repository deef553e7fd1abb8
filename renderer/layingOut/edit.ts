import type { Problem } from '../../planner/design/problem.ts';
import type { Subject } from '../../planner/design/subject.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { subjectName } from '../subjects/subjectName.ts';
import type { Command } from '../../planner/design/edit.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { aroundOf } from './around.ts';
import { fragmentOf, isCopyable, readFragment, writeFragment } from './fragment.ts';
import { paste, type Pasted } from './pasting.ts';
import { reorder, sortByName, type Reordering, type Step } from './ordering.ts';
import { isRemovable, remove } from './removing.ts';
import { allOf, alike } from './selecting.ts';
import { parseSubject } from '../../planner/design/subject.ts';

/** Takes out what is selected; asks first where more changes than what is selected and stands in it, or where it is several things. */
export async function removeSelection(workspace: Workspace): Promise<void> {
  const { document, dialogs } = workspace;
  if (!document) return;
  const { selection, design } = document;
  const removal = remove(design, selection);
  if (!removal) return dialogs.say(removeObstacle(selection) ?? 'This is not stated, so there is nothing to remove');
  const { command, subject, elsewhere } = removal;
  if (elsewhere.length > 0 || selection.length > 1) {
    const answer = await dialogs.ask({
      title: `Remove ${selection.length === 1 ? subjectName(selection[0] ?? '') : countedSubjects(selection)}?`,
      message: [`${command.label}.`, ...shortened(elsewhere)].join(' '),
      choices: [
        { value: 'remove', label: 'Remove', look: 'primary' },
        { value: 'cancel', label: 'Cancel' },
      ],
    });
    if (answer !== 'remove' || workspace.document !== document || document.design !== design) return;
  }
  change(workspace, command, [subject]);
}

const MOST_SENTENCES = 6;

function shortened(sentences: readonly string[]): readonly string[] {
  const rest = sentences.length - MOST_SENTENCES;
  return rest > 0 ? [...sentences.slice(0, MOST_SENTENCES), `${rest} more such changes.`] : sentences;
}

export function removeObstacle(selection: readonly Subject[]): string | undefined {
  return selection.every(isRemovable) ? undefined : 'The design itself cannot be removed; select something in it first';
}

/** Makes a change and selects what came of it. @returns whether it was made */
export function change({ document, dialogs }: Workspace, command: Command, select: readonly Subject[]): boolean {
  if (!document) return false;
  const problems = document.apply(command);
  if (problems.length > 0) {
    refuse(dialogs, command.label, problems);
    return false;
  }
  const [first = 'design', ...others] = select;
  document.show(first, undefined, { closeUp: false });
  if (others.length > 0) document.selectAll(select);
  dialogs.say(command.label);
  return true;
}

export function reorderSelection(workspace: Workspace, step: Step): Promise<void> {
  const { document } = workspace;
  return document ? putInOrder(workspace, reorder(document.design, document.selection, step)) : Promise.resolve();
}

export function sortSelection(workspace: Workspace): Promise<void> {
  const { document } = workspace;
  return document ? putInOrder(workspace, sortByName(document.design, document.selected)) : Promise.resolve();
}

/** Changes an order and leaves the selection; asks first where the order means more than how things are shown. */
export async function putInOrder(workspace: Workspace, made: Reordering | string): Promise<void> {
  const { document, dialogs } = workspace;
  if (!document) return;
  if (typeof made === 'string') return dialogs.say(made);
  const { design, selection } = document;
  const { command, caution } = made;
  if (caution !== undefined) {
    const answer = await dialogs.ask({
      title: `${command.label}?`,
      message: caution,
      choices: [
        { value: 'change', label: 'Change the order', look: 'primary' },
        { value: 'cancel', label: 'Cancel' },
      ],
    });
    if (answer !== 'change' || workspace.document !== document || document.design !== design) return;
  }
  change(workspace, command, selection);
}

function refuse(dialogs: Workspace['dialogs'], label: string, problems: readonly Problem[]): void {
  dialogs.fail(`${label}: this cannot be done`, 'The design is as it was.', problems);
}

export function copyObstacle(selection: readonly Subject[]): string | undefined {
  return selection.every(isCopyable)
    ? undefined
    : 'Select datacenters, DAGs, servers, disks, databases, server models or tiers first';
}

/** What is selected as text for the clipboard; undefined, with a word why, where that cannot be copied. */
export function copiedText({ document, dialogs }: Workspace): string | undefined {
  if (!document) return undefined;
  const obstacle = copyObstacle(document.selection);
  if (obstacle !== undefined) {
    dialogs.say(obstacle);
    return undefined;
  }
  dialogs.say(`Copied ${countedSubjects(document.selection)}`);
  return writeFragment(fragmentOf(document.design, document.selection));
}

/** Puts what was copied into the design, where the selection is; or says why it cannot be. */
export function pasteText(workspace: Workspace, text: string): void {
  const { document, dialogs } = workspace;
  if (!document) return;
  const fragment = readFragment(text);
  if (typeof fragment === 'string') return dialogs.say(fragment);
  if (!('meant' in fragment)) {
    dialogs.fail('What the clipboard holds cannot be pasted', 'The design is as it was.', fragment);
    return;
  }
  finish(workspace, 'Paste', paste(document.design, fragment, aroundOf(document.design, document.selected)));
}

/** Another one of everything that is selected, beside it. */
export function duplicateSelection(workspace: Workspace): void {
  const { document, dialogs } = workspace;
  if (!document) return;
  const { design, selection } = document;
  const obstacle = copyObstacle(selection);
  if (obstacle !== undefined) return dialogs.say(obstacle);
  finish(workspace, 'Duplicate', paste(design, fragmentOf(design, selection), 'beside', 'Duplicate'));
}

function finish(workspace: Workspace, verb: string, pasted: Pasted | string): void {
  if (typeof pasted === 'string') workspace.dialogs.say(`${verb}: ${pasted}`);
  else change(workspace, pasted.command, pasted.subjects);
}

export function selectKind({ document, dialogs }: Workspace): void {
  if (!document) return;
  document.selectAll(allOf(document.design, parseSubject(document.selected)?.kind ?? 'design'));
  dialogs.announce(`${countedSubjects(document.selection)} selected`);
}

export function selectAlike({ document, dialogs }: Workspace): void {
  if (!document) return;
  document.selectAll(alike(document.design, document.selected));
  dialogs.announce(`${countedSubjects(document.selection)} selected`);
}
