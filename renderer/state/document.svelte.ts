import { checkDesign } from '../../planner/design/load.ts';
import { applyCommand, EditError, type Command } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import type { Pointer } from '../../planner/design/pointer.ts';
import type { Problem } from '../../planner/design/problem.ts';
import type { Subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Verdict } from '../../planner/rules/rule.ts';
import { defaultRuleset } from '../../planner/rules/index.ts';
import type { ServerLoad } from '../../planner/sizing/index.ts';
import type { FileHandle } from '../host/host.ts';
import { locate } from '../subjects/locate.ts';
import { subjectAt } from '../subjects/subjectAt.ts';
import { judge } from './judge.ts';
import { Judging, type JudgedDesign } from './judging.svelte.ts';
import { unique } from './unique.ts';

/** A change that was made and what undoes it. */
export interface HistoryEntry {
  readonly command: Command;
  readonly inverse: Command;
}

/** A point of the history: the last change in effect there, or its beginning. */
export type Mark = HistoryEntry | 'beginning';

/** The changes between a file and the design that was made of it. */
export interface Unsaved {
  readonly done: readonly Command[];
  /** Changes that the file has and that were undone since. */
  readonly undone: readonly Command[];
}

/** What the inspector is asked to bring into view; a new object each time, so that asking twice works. */
export interface Reveal {
  readonly subject: Subject;
  readonly path: Pointer | undefined;
  /** Whether the drawing goes up close to it, or only brings it onto the screen. */
  readonly closeUp: boolean;
}

interface Origin {
  /** Of a document that comes back; a new one gets its own. */
  readonly id?: string;
  readonly name: string;
  readonly handle?: FileHandle;
  /** The text on disk; undefined for a design that was never saved. */
  readonly savedText?: string;
  readonly today: string;
}

const noLoads: readonly ServerLoad[] = [];
const noVerdict: Verdict = {
  ruleset: defaultRuleset,
  counts: { error: 0, warning: 0, info: 0, waived: 0 },
  rules: { checked: 0, met: 0, notStated: 0 },
  findings: [],
  notStated: [],
};

/** An open design: the value, how it came to be, what is selected, and everything that follows from it. */
export class DesignDocument {
  readonly id: string;
  /** The day that dates are judged against. */
  readonly today: string;

  name = $state('');
  handle = $state.raw<FileHandle>();
  /** The text last read from or written to the file. */
  savedText = $state.raw<string>();
  savedAt = $state.raw<string>();

  #design = $state.raw<Design>({ format: 'dagwright/1', name: '' });
  #history = $state.raw<readonly HistoryEntry[]>([]);
  #position = $state(0);
  /** What the file holds; undefined for a design that no file has. */
  #saved = $state.raw<Mark>();

  /** What is selected: the one that the inspector shows first, the others in the order in which they came to it. */
  #selection = $state.raw<readonly [Subject, ...Subject[]]>(['design']);
  reveal = $state.raw<Reveal>();

  readonly #judging: Judging;

  constructor(design: Design, origin: Origin) {
    this.#design = design;
    this.id = origin.id ?? crypto.randomUUID();
    this.today = origin.today;
    this.name = origin.name;
    this.handle = origin.handle;
    this.savedText = origin.savedText;
    this.#saved = origin.savedText === undefined ? undefined : 'beginning';
    this.#judging = new Judging(judge, origin.today);
    this.#judging.follow(design);
  }

  get design(): Design {
    return this.#design;
  }
  get index() {
    return indexDesign(this.#design);
  }
  /** The last verdict; of an earlier design while it is not `isJudged`, and empty before there was any. */
  get verdict(): Verdict {
    return this.#judging.known?.verdict ?? noVerdict;
  }
  /** The last loads that are known, as the verdict. */
  get loads(): readonly ServerLoad[] {
    return this.#judging.known?.loads ?? noLoads;
  }
  /** The design that verdict and loads are about. */
  get judgedDesign(): Design {
    return this.#judging.known?.design ?? this.#design;
  }
  /** Whether there is any verdict yet. */
  get wasJudged(): boolean {
    return this.#judging.known !== undefined;
  }
  /** Whether verdict and loads are about the design as it is now. */
  get isJudged(): boolean {
    return this.#judging.isCurrent;
  }
  get history(): readonly HistoryEntry[] {
    return this.#history;
  }
  /** How many of the history's changes are in effect. */
  get position(): number {
    return this.#position;
  }
  get mark(): Mark {
    return this.#history[this.#position - 1] ?? 'beginning';
  }
  get dirty(): boolean {
    return this.mark !== this.#saved;
  }
  /** Undefined where the history does not lead to what the file holds, or where there is no file. */
  get unsaved(): Unsaved | undefined {
    const saved = this.#saved === 'beginning' ? 0 : this.#history.findIndex((entry) => entry === this.#saved) + 1;
    if (saved === 0 && this.#saved !== 'beginning') return undefined;
    const between = (from: number, to: number) => this.#history.slice(from, to).map(({ command }) => command);
    return { done: between(saved, this.#position), undone: between(this.#position, saved) };
  }
  get undoable(): Command | undefined {
    return this.#history[this.#position - 1]?.command;
  }
  get redoable(): Command | undefined {
    return this.#history[this.#position]?.command;
  }

  /** Makes one change, undoable as one step. A change that the engine cannot represent is refused and its problems returned. */
  apply(command: Command): readonly Problem[] {
    try {
      const { design, inverse } = applyCommand(this.#design, command);
      const problems = checkDesign(design);
      if (problems.length > 0) return problems;
      this.#record({ command, inverse }, design);
      return [];
    } catch (error) {
      if (!(error instanceof EditError)) throw error;
      return [{ path: error.path, message: error.message, expected: 'a place in the design', found: 'nothing' }];
    }
  }

  undo(): void {
    const entry = this.#history[this.#position - 1];
    if (!entry) return;
    this.#replace(applyCommand(this.#design, entry.inverse).design);
    this.#position -= 1;
  }

  redo(): void {
    const entry = this.#history[this.#position];
    if (!entry) return;
    this.#replace(applyCommand(this.#design, entry.command).design);
    this.#position += 1;
  }

  /** Undoes or redoes until so many changes are in effect. */
  goTo(position: number): void {
    while (this.#position > position && this.#position > 0) this.undo();
    while (this.#position < position && this.#position < this.#history.length) this.redo();
  }

  /** The thing that is selected; of several the one that was chosen first. */
  get selected(): Subject {
    return this.#selection[0];
  }
  /** Everything that is selected, never empty: nothing selected is the design itself. */
  get selection(): readonly Subject[] {
    return this.#selection;
  }

  /** Verdict and loads of the design as it is now, as soon as they are known. */
  judged(): Promise<JudgedDesign> {
    return this.#judging.current();
  }

  /** Selecting is no change: it leaves undo and redo as they are. */
  select(subject: Subject): void {
    this.#selection = [subject];
  }

  /** Selects all of these, each once; the design where there are none. */
  selectAll(subjects: Iterable<Subject>): void {
    const [first = 'design', ...others] = unique(subjects);
    this.#selection = [first, ...others];
  }

  /** Takes a thing into the selection, or out of it. Whoever adds to the design itself means the others only. */
  toggle(subject: Subject): void {
    const kept = this.#selection.filter((each) => each !== subject && each !== 'design');
    this.selectAll(this.#selection.includes(subject) ? kept : [...kept, subject]);
  }

  /** Selects a subject and asks the views to show it, down to the field where one is named. */
  show(subject: Subject, path?: Pointer, { closeUp = true } = {}): void {
    this.#selection = [subject];
    this.reveal = { subject, path, closeUp };
  }

  /** The file now holds `text`, which is the design as it stood at `mark`. */
  markSaved(name: string, handle: FileHandle | undefined, text: string, at: string, mark: Mark = this.mark): void {
    this.name = name;
    this.handle = handle;
    this.savedText = text;
    this.savedAt = at;
    this.#saved = mark;
  }

  #record(entry: HistoryEntry, design: Design): void {
    this.#history = [...this.#history.slice(0, this.#position), entry];
    this.#position += 1;
    this.#replace(design);
  }

  /** The selection stays on what it was on, also when that has another name now. */
  #replace(design: Design): void {
    const before = this.#design;
    this.#design = design;
    this.#judging.follow(design);
    const isThere = (subject: Subject): boolean => locate(design, subject) !== undefined;
    const [selected, ...others] = this.#selection;
    const first = isThere(selected) ? selected : subjectAt(design, locate(before, selected)?.path ?? '');
    if (first !== selected || !others.every(isThere)) this.selectAll([first, ...others.filter(isThere)]);
  }
}
