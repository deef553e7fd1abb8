import { parseSubject, subject } from '../design/subject.ts';
import type { Design, Note } from '../design/types.ts';
import type { Block } from './arrange.ts';
import type { Drawing } from './drawing.ts';
import type { OpenHit } from './draft.ts';
import { fit, textWidth } from './measure.ts';
import type { Bounds } from './scene.ts';

/** Lengths of a note, in scene units. */
const note = { gap: 12, padding: 10, minWidth: 300, size: 12, line: 16, heading: 18, large: 28, radius: 6 } as const;

/** Half the height of Inter's capitals, by which a line is moved down to stand in the middle. */
const halfCapital = 0.36;

/** A note and its place in the file. */
export interface PlacedNote {
  readonly value: Note;
  readonly index: number;
}

/** The notes of a block: below the datacenter that they are about or whose server they are about, and below the whole. */
export interface BlockNotes {
  readonly columns: readonly (readonly PlacedNote[])[];
  readonly whole: readonly PlacedNote[];
}

export function notesOf(design: Design, block: Block): BlockNotes {
  const columns = block.columns.map((): PlacedNote[] => []);
  const whole: PlacedNote[] = [];
  for (const [index, value] of (design.notes ?? []).entries()) {
    const { kind = 'design', name = '', second = '' } = parseSubject(value.subject ?? subject.design) ?? {};
    const at = block.columns.findIndex((column) =>
      kind === 'datacenter'
        ? column.name === name
        : kind === 'server' && column.sections.some(({ servers }) => servers.some((server) => server.name === name)),
    );
    const isWhole =
      (kind === 'pair' && block.pair?.name === name) ||
      (kind === 'dag' && block.dags.some((dag) => dag.name === name)) ||
      (kind === 'database' && block.dags.some(({ databases = [] }) => databases.some((each) => each.name === name))) ||
      (kind === 'link' && [name, second].every((end) => block.columns.some((column) => column.name === end)));
    if (at >= 0) columns[at]?.push({ value, index });
    else if (isWhole) whole.push({ value, index });
  }
  return { columns, whole };
}

/** The notes that stand in none of these blocks: about the whole design, or about what is not drawn. */
export function otherNotes(design: Design, blocks: readonly Block[]): readonly PlacedNote[] {
  const drawn = new Set(
    blocks.flatMap((block) => {
      const { columns, whole } = notesOf(design, block);
      return [...columns.flat(), ...whole].map(({ index }) => index);
    }),
  );
  return (design.notes ?? []).flatMap((value, index) => (drawn.has(index) ? [] : [{ value, index }]));
}

/** How high notes stand in this width, with the gap above them; 0 for none. */
export function notesHeight(notes: readonly PlacedNote[], width: number): number {
  return rowsOf(notes, width).rows.reduce((sum, { height }) => sum + note.gap + height, 0);
}

/** Draws notes in rows below `y`, those of a row equally high. */
export function drawNotes(
  { draft }: Pick<Drawing, 'draft'>,
  notes: readonly PlacedNote[],
  place: { readonly x: number; readonly y: number; readonly width: number },
  parent?: OpenHit,
): void {
  const { rows, noteWidth } = rowsOf(notes, place.width);
  let y = place.y;
  for (const { items, height } of rows) {
    y += note.gap;
    for (const [i, { index, heading, lines }] of items.entries()) {
      const bounds: Bounds = { x: place.x + i * (noteWidth + note.gap), y, width: noteWidth, height };
      draft.beginTile(bounds);
      draft.rect('panels', bounds, { radius: note.radius, fill: 'panel', stroke: 'lineStrong', strokeWidth: 1 });
      const text = { x: bounds.x + note.padding, maxWidth: noteWidth - 2 * note.padding, size: note.size } as const;
      // What it is about stays readable where its text is not.
      const largeBaseline = y + height / 2 + note.large * halfCapital;
      draft.text('overview', heading, { ...text, y: largeBaseline, size: note.large, weight: 600, role: 'ink2' });
      let baseline = y + note.padding + note.size;
      draft.text('text', heading, { ...text, y: baseline, size: 11, weight: 600, role: 'ink2' });
      baseline += note.heading;
      for (const line of lines) {
        draft.text('text', line, { ...text, y: baseline, role: 'ink' });
        baseline += note.line;
      }
      draft.hit(subject.note(index), bounds, parent);
    }
    y += height;
  }
}

function rowsOf(notes: readonly PlacedNote[], width: number) {
  const perRow = Math.max(1, Math.floor((width + note.gap) / (note.minWidth + note.gap)));
  const noteWidth = (width - (perRow - 1) * note.gap) / perRow;
  const items = notes.map(({ value, index }) => ({
    index,
    heading: headingOf(value),
    lines: wrap(value.text, noteWidth - 2 * note.padding),
  }));
  const rows = Array.from({ length: Math.ceil(items.length / perRow) }, (_, row) => {
    const inRow = items.slice(row * perRow, (row + 1) * perRow);
    const most = Math.max(...inRow.map(({ lines }) => lines.length));
    return { items: inRow, height: 2 * note.padding + note.heading + most * note.line };
  });
  return { rows, noteWidth };
}

/** What a note is about, as it stands above its text. */
export function headingOf({ subject: about = subject.design }: Note): string {
  const { kind, name = '', second } = parseSubject(about) ?? {};
  if (kind === 'design') return 'Note';
  return second === undefined ? name : `${name} – ${second}`;
}

/** A text in lines of at most this width; a word that is longer is broken. Every line break of the text is kept. */
function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ').flatMap((each) => broken(each, width))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (textWidth(longer, note.size, 400) <= width) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  });
}

function broken(word: string, width: number): readonly string[] {
  if (fit(word, note.size, 400, width).shown === word) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, note.size, 400) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
