import { counted, formatCount } from '../numbers/format.ts';
import type { Command } from '../../planner/design/edit.ts';
import type { Design } from '../../planner/design/types.ts';
import { designCounts } from './designCounts.ts';

/** The part of a document that tells what would be lost. */
interface Summarised {
  readonly design: Design;
  /** The text that the file holds; undefined where no file was ever written. */
  readonly savedText: string | undefined;
  readonly unsaved: { readonly done: readonly Command[]; readonly undone: readonly Command[] } | undefined;
  readonly history: readonly { readonly command: Command }[];
  readonly position: number;
}

const NAMED = 3;
const LONGEST_LABEL = 80;

/** What a document holds and, in a second line, what was changed since it was saved. */
export function summaryOf(document: Summarised): string {
  const { servers, databases } = designCounts(document.design);
  const size = [isolated(document.design.name), counted(servers, 'server'), counted(databases, 'database')].join(', ');
  return `${size}\n${changesOf(document)}`;
}

function changesOf({ savedText, unsaved, history, position }: Summarised): string {
  const made = history.slice(0, position).map(({ command }) => command);
  if (savedText === undefined) return made.length === 0 ? 'never saved' : `never saved: ${named(made)}`;
  if (!unsaved) return `changed since it was saved: ${named(made)}`;
  const { done, undone } = unsaved;
  if (undone.length > 0) return `${counted(undone.length, 'saved change')} undone: ${named(undone)}`;
  return `${counted(done.length, 'unsaved change')}: ${named(done)}`;
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A text that is written from right to left, closed off so that it does not turn the sentence around it. */
function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}

/** The last changes by name, the newest first. */
function named(commands: readonly Command[]): string {
  const labels = commands.slice(-NAMED).map(({ label }) => isolated(shortened(label)));
  const rest = commands.length - labels.length;
  return labels.toReversed().join('; ') + (rest > 0 ? `; and ${formatCount(rest)} more` : '');
}

function shortened(label: string): string {
  const characters = [...label];
  return characters.length <= LONGEST_LABEL ? label : `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`;
}
