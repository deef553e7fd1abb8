import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../../planner/design/edit.ts';
import { loadDesign } from '../../../planner/design/load.ts';
import { pointer, pointerSteps, valueAt } from '../../../planner/design/pointer.ts';
import type { Subject, SubjectKind } from '../../../planner/design/subject.ts';
import type { Design } from '../../../planner/design/types.ts';
import { writeDesign } from '../../../planner/design/write.ts';
import { fixFinding, validateDesign } from '../../../planner/rules/index.ts';
import { additionsTo } from '../../../renderer/additions/additions.ts';
import { applyTemplate, placeFromTemplate } from '../../../renderer/hardware/applying.ts';
import { catalogTemplates, templateOf } from '../../../renderer/hardware/templates.ts';
import { fieldsOf } from '../../../renderer/inspector/field.ts';
import { setShared, sharedFields } from '../../../renderer/inspector/several.ts';
import { aroundOf } from '../../../renderer/layingOut/around.ts';
import { fragmentOf, isCopyable } from '../../../renderer/layingOut/fragment.ts';
import { layOutDatabases, roomOf } from '../../../renderer/layingOut/layOutDatabases.ts';
import { isMovable, move } from '../../../renderer/layingOut/moving.ts';
import { addNote } from '../../../renderer/layingOut/noting.ts';
import { paste } from '../../../renderer/layingOut/pasting.ts';
import { parts, place, type Part } from '../../../renderer/layingOut/placing.ts';
import { remove } from '../../../renderer/layingOut/removing.ts';
import { renameAll } from '../../../renderer/layingOut/renaming.ts';
import { allOf } from '../../../renderer/layingOut/selecting.ts';
import { removeAt, replaceDesign, setField, setOwnHardware, waive } from '../../../renderer/state/commands.ts';
import { DesignDocument } from '../../../renderer/state/document.svelte.ts';
import { rename } from '../../../renderer/state/rename.ts';
import { duplicate } from '../../../renderer/state/structure.ts';
import { locate } from '../../../renderer/subjects/locate.ts';
import { withRandomNotes } from '../../randomNotes.ts';
import { sample as small } from '../sample.ts';

const today = '2026-01-31';
/** With something to mend, and notes. */
const sample: Design = {
  ...small,
  hardware: [{ name: 'R740', cores: 28 }],
  notes: [{ text: 'Whole' }, { subject: 'server:EX01', text: 'Server' }, { subject: 'dag:DAG1', text: 'DAG' }],
};
const empty: Design = { format: 'dagwright/1', name: 'Empty' };
const kinds: readonly SubjectKind[] = [
  'design',
  'datacenter',
  'pair',
  'link',
  'hardware',
  'tier',
  'dag',
  'server',
  'volume',
  'database',
  'copy',
  'witness',
  'note',
];

/** Chooses by numbers, so that a property's example is small and can be shrunk. */
class Choice {
  #at = 0;
  constructor(readonly numbers: readonly number[]) {}
  number(below: number): number {
    const number = this.numbers[this.#at % this.numbers.length] ?? 0;
    this.#at += 1;
    return below === 0 ? 0 : number % below;
  }
  of<T>(list: readonly T[]): T | undefined {
    return list[this.number(list.length)];
  }
}

const everything = (design: Design): readonly Subject[] => kinds.flatMap((kind) => allOf(design, kind));
const someOf = (choice: Choice, list: readonly Subject[]): readonly Subject[] =>
  [...new Set(Array.from({ length: 1 + choice.number(3) }, () => choice.of(list) ?? ''))].filter(Boolean);
const made = <T extends { readonly command: Command }>(result: T | string | undefined): Command | undefined =>
  typeof result === 'object' ? result.command : undefined;
const values: readonly unknown[] = [undefined, 0, 1, 24, -1, 0.5, true, null, '', 'EX01', 'East', 'DB1', 'a/b', [], {}];

type Builder = (design: Design, choice: Choice) => Command | undefined;

/** Whatever these make loads. */
const sound: Readonly<Record<string, Builder>> = {
  add: (design, choice) => {
    const owner = locate(design, choice.of(everything(design)) ?? '')?.path ?? '';
    return choice.of(additionsTo(design, owner))?.made?.command;
  },
  place: (design, choice) =>
    made(
      place(
        design,
        choice.of(Object.keys(parts) as Part[]) ?? 'server',
        aroundOf(design, choice.of(everything(design)) ?? ''),
      ),
    ),
  move: (design, choice) => {
    const what = choice.of(everything(design).filter(isMovable));
    return what === undefined
      ? undefined
      : made(move(design, [what], aroundOf(design, choice.of(everything(design)) ?? '')));
  },
  moveSeveral: (design, choice) => {
    const kind = choice.of(['server', 'volume', 'copy'] as const) ?? 'server';
    const what = someOf(choice, allOf(design, kind));
    return made(move(design, what, aroundOf(design, choice.of(everything(design)) ?? '')));
  },
  useTemplate: (design, choice) => {
    const template = choice.of([...catalogTemplates, ...(design.hardware ?? []).map(templateOf)]);
    return template && made(applyTemplate(design, someOf(choice, allOf(design, 'server')), template));
  },
  placeFromTemplate: (design, choice) => {
    const template = choice.of([...catalogTemplates, templateOf({ name: 'R740', cores: 20 })]);
    return template && made(placeFromTemplate(design, aroundOf(design, choice.of(everything(design)) ?? ''), template));
  },
  layOut: (design, choice) => {
    const dag = choice.of(design.dags ?? []);
    // The sample's own DAG has copies already.
    const room = dag && roomOf(design, { ...dag, databases: [] });
    if (dag === undefined || typeof room !== 'object') return undefined;
    const command = layOutDatabases(design, { ...room, dag }, room.step, choice.number(2) === 0 ? 2 : 4);
    return typeof command === 'object' ? command : undefined;
  },
  remove: (design, choice) => made(remove(design, someOf(choice, everything(design)))),
  duplicate: (design, choice) => duplicate(design, choice.of(everything(design)) ?? '')?.command,
  paste: (design, choice) => {
    const from = choice.number(2) === 0 ? design : sample;
    const what = someOf(choice, everything(from).filter(isCopyable));
    const where = choice.number(3) === 0 ? 'beside' : aroundOf(design, choice.of(everything(design)) ?? '');
    return made(paste(design, fragmentOf(from, what), where));
  },
  note: (design, choice) => made(addNote(design, [choice.of(everything(design)) ?? 'design'])),
  replace: (design, choice) => replaceDesign(design, choice.number(2) === 0 ? sample : empty, 'Replace'),
  waive: (design, choice) => waive(design, { rule: 'bitlocker', subject: choice.of(everything(design)) ?? 'design' }),
  fix: (design, choice) => {
    const finding = choice.of(validateDesign(design, { today }).findings.filter(({ fixable }) => fixable));
    return finding && fixFinding(design, finding);
  },
};

/** These may name what is taken or missing; the document then refuses them. */
const daring: Readonly<Record<string, Builder>> = {
  setField: (design, choice) => {
    const at = locate(design, choice.of(everything(design)) ?? '');
    const field = at && choice.of(fieldsOf(at.schema, at.path));
    const value = choice.of(values);
    if (!field || (value === undefined && valueAt(design, field.path) === undefined)) return undefined;
    return setField(design, field.path, value, field.label);
  },
  setShared: (design, choice) => {
    const what = someOf(choice, allOf(design, choice.of(kinds) ?? 'server'));
    const shared = choice.of(sharedFields(design, what));
    return shared && setShared(design, what, shared.field, choice.of(values));
  },
  setOwnHardware: (design, choice) => {
    const server = choice.of(allOf(design, 'server'));
    return server === undefined
      ? undefined
      : setOwnHardware(design, server.slice('server:'.length), '/hardware/0/cores', 20 + choice.number(9), 'cores');
  },
  rename: (design, choice) => {
    const path = `${locate(design, choice.of(everything(design)) ?? '')?.path ?? ''}/name`;
    return rename(design, path, choice.of(['EX01', 'EX09', 'New', '', 'East', '__proto__', 'a/b']) ?? '');
  },
  renameAll: (design, choice) => {
    const what = someOf(choice, allOf(design, choice.of(kinds) ?? 'server'));
    return made(
      renameAll(design, what, choice.of(['EX{site}{00}', 'EX{0}', '{name}x', 'X', '/']) ?? '', choice.number(3)),
    );
  },
  removeAt: (design, choice) => {
    const path = locate(design, choice.of(everything(design)) ?? '')?.path ?? '';
    return /\/\d+$/.test(path) ? removeAt(path, 'Remove') : undefined;
  },
  reach: (_, choice) => {
    const path = pointer('dags', choice.number(3), 'servers', choice.number(3), 'volumes', choice.number(3));
    return { name: 'edit', label: 'Edit', edits: [{ op: 'remove', path: pointer(...pointerSteps(path)) }] };
  },
};

const builders = { ...sound, ...daring };
const names = Object.keys(builders);
const step = fc.record({
  builder: fc.constantFrom(...names),
  numbers: fc.array(fc.nat({ max: 9999 }), { minLength: 4, maxLength: 8 }),
});

const starts = fc.oneof(fc.constant(empty), withRandomNotes(sample));

describe('any run of changes', () => {
  it('gives valid files, and undone and redone the same bytes at every step', () => {
    fc.assert(
      fc.property(starts, fc.array(step, { minLength: 1, maxLength: 16 }), (start, steps) => {
        const document = new DesignDocument(start, { name: 'a', today });
        const texts = [writeDesign(document.design)];
        for (const { builder, numbers } of steps) {
          const command = builders[builder]?.(document.design, new Choice(numbers));
          if (!command) continue;
          const before = writeDesign(document.design);
          const problems = document.apply(command);
          if (builder in sound) expect(problems, `${builder}: ${command.label}`).toEqual([]);
          const text = writeDesign(document.design);
          if (problems.length > 0) expect(text).toBe(before);
          else texts.push(text);
          expect(loadDesign(text).ok).toBe(true);
        }
        expect(document.position).toBe(texts.length - 1);
        const holds = (position: number): void => {
          document.goTo(position);
          expect(writeDesign(document.design)).toBe(texts[position]);
        };
        for (let position = texts.length - 1; position >= 0; position -= 1) holds(position);
        for (let position = 0; position < texts.length; position += 1) holds(position);
        document.goTo(0);
        document.goTo(texts.length - 1);
        expect(writeDesign(document.design)).toBe(texts.at(-1));
        expect(document.selection.every((each) => locate(document.design, each))).toBe(true);
      }),
      { numRuns: 100 },
    );
  }, 120_000);

  it('is made by every builder somewhere, so that none is left out unseen', () => {
    const used = new Set<string>();
    for (let i = 0; i < 400; i += 1) {
      for (const [name, builder] of Object.entries(builders)) {
        if (!used.has(name) && builder(sample, new Choice([i, i * 7 + 3, i * 13 + 5, i * 29 + 1]))) used.add(name);
      }
    }
    expect([...used].sort()).toEqual(names.toSorted());
  });
});
