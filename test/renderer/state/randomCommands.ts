import { improveLayout } from '../../../planner/construct/improveLayout.ts';
import type { Command } from '../../../planner/design/edit.ts';
import { pointer, pointerSteps, valueAt } from '../../../planner/design/pointer.ts';
import type { Subject, SubjectKind } from '../../../planner/design/subject.ts';
import type { Design, Volume } from '../../../planner/design/types.ts';
import { fixDesign, fixFinding, validateDesign } from '../../../planner/rules/index.ts';
import { whatIfEdits } from '../../../planner/sizing/whatIf.ts';
import { additionsTo } from '../../../renderer/additions/additions.ts';
import { knobsOf, trialLabel, whatIfOf, type KnobValues } from '../../../renderer/capacity/whatIf/knobs.ts';
import { keepScenario } from '../../../renderer/failover/scenarios.ts';
import { newTimeline, nextEvent, offeredSubjects, setEvents } from '../../../renderer/failover/timeline/events.ts';
import { applyTemplate, placeFromTemplate } from '../../../renderer/hardware/applying.ts';
import { catalogTemplates, templateOf, useTemplate } from '../../../renderer/hardware/templates.ts';
import { fieldsOf } from '../../../renderer/inspector/field.ts';
import { setShared, sharedFields } from '../../../renderer/inspector/several.ts';
import { aroundOf } from '../../../renderer/layingOut/around.ts';
import { fragmentOf, isCopyable } from '../../../renderer/layingOut/fragment.ts';
import { layOutDatabases, roomOf } from '../../../renderer/layingOut/layOutDatabases.ts';
import { isMovable, move } from '../../../renderer/layingOut/moving.ts';
import { addNote } from '../../../renderer/layingOut/noting.ts';
import { areSiblings, reorder, reorderBeside, sortByName } from '../../../renderer/layingOut/ordering.ts';
import { paste } from '../../../renderer/layingOut/pasting.ts';
import { parts, place, type Part } from '../../../renderer/layingOut/placing.ts';
import { remove } from '../../../renderer/layingOut/removing.ts';
import { renameAll } from '../../../renderer/layingOut/renaming.ts';
import { allOf } from '../../../renderer/layingOut/selecting.ts';
import { replicationDay } from '../../../renderer/replication/day.ts';
import { linkKnobs, subjectOf, triedEdits, triedLabel } from '../../../renderer/replication/linkKnobs.ts';
import { removeAt, replaceDesign, setField, setOwnHardware, waive } from '../../../renderer/state/commands.ts';
import { rename } from '../../../renderer/state/rename.ts';
import { duplicate } from '../../../renderer/state/structure.ts';
import { locate } from '../../../renderer/subjects/locate.ts';
import { sample as small } from '../sample.ts';

export const today = '2026-01-31';
const [smallDag] = small.dags ?? [];
const disks = ['Vol1', 'Vol2'].map((name): Volume => ({ name, role: 'data' }));

/** With something to mend, to sort, to level and to play, and notes. */
export const sample: Design = {
  ...small,
  hardware: [{ name: 'R740', cores: 28 }],
  dags: [
    {
      ...smallDag,
      name: 'DAG1',
      servers: [
        { name: 'EX04', datacenter: 'West', hardware: 'R740', volumes: disks },
        ...(smallDag?.servers ?? []),
        { name: 'EX03', datacenter: 'East', hardware: 'R740', volumes: disks },
      ],
      databases: [
        ...(smallDag?.databases ?? []),
        { name: 'DB2', copies: [{ server: 'EX03', volume: 'Vol1', activationPreference: 1 }, { server: 'EX01' }] },
        { name: 'DB3', copies: [{ server: 'EX03', volume: 'Vol1', activationPreference: 1 }] },
      ],
    },
  ],
  scenarios: [{ name: 'Cut', events: [{ kind: 'fail', subject: 'link:East/West' }] }],
  notes: [{ text: 'Whole' }, { subject: 'server:EX01', text: 'Server' }, { subject: 'dag:DAG1', text: 'DAG' }],
};
export const empty: Design = { format: 'dagwright/1', name: 'Empty' };
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
export class Choice {
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
/** Things that stand beside each other, two and more. */
const siblingsIn = (design: Design, choice: Choice): readonly Subject[] => {
  const all = everything(design);
  const groups = all.map((one) => all.filter((each) => areSiblings(design, [one, each])));
  return choice.of(groups.filter(({ length }) => length > 1)) ?? [];
};
const made = <T extends { readonly command: Command }>(result: T | string | undefined): Command | undefined =>
  typeof result === 'object' ? result.command : undefined;
const values: readonly unknown[] = [undefined, 0, 1, 24, -1, 0.5, true, null, '', 'EX01', 'East', 'DB1', 'a/b', [], {}];

/** A change of a design as chosen, or changes one upon the other. */
type Builder = (design: Design, choice: Choice) => Command | readonly Command[] | undefined;

/** Whatever these make loads. */
export const sound: Readonly<Record<string, Builder>> = {
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
  moveAndFollowUp: (design, choice) => {
    const moved = move(
      design,
      someOf(choice, allOf(design, 'volume')),
      aroundOf(design, choice.of(allOf(design, 'server')) ?? ''),
    );
    const offer = typeof moved === 'object' ? choice.of(moved.left?.offers ?? []) : undefined;
    return typeof moved === 'object' && offer ? [moved.command, offer.command] : undefined;
  },
  order: (design, choice) =>
    made(
      reorder(
        design,
        someOf(choice, siblingsIn(design, choice)),
        choice.of(['earlier', 'later', 'first', 'last']) ?? 'last',
      ),
    ),
  orderBeside: (design, choice) => {
    const all = siblingsIn(design, choice);
    const side = choice.of(['before', 'after'] as const) ?? 'after';
    return made(reorderBeside(design, someOf(choice, all), choice.of(all) ?? '', side));
  },
  sort: (design, choice) => made(sortByName(design, choice.of(everything(design)) ?? '')),
  useTemplate: (design, choice) => {
    const template = choice.of([...catalogTemplates, ...(design.hardware ?? []).map(templateOf)]);
    return template && made(applyTemplate(design, someOf(choice, allOf(design, 'server')), template));
  },
  useTemplateForModel: (design, choice) => {
    const model = choice.of(design.hardware ?? []);
    const template = choice.of(catalogTemplates);
    return model && template && useTemplate(design, model.name, template);
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
  fixAll: (design) => {
    const edits = fixDesign(design, { today }).commands.flatMap((command) => command.edits);
    return edits.length > 0 ? { name: 'fix-all', label: 'Fix all', edits } : undefined;
  },
  improve: (design, choice) => {
    const [server = ''] = someOf(choice, allOf(design, 'server'));
    const vacate = choice.number(2) === 0 || server === '' ? [] : [server.slice('server:'.length)];
    return improveLayout(design, { vacate }).command;
  },
  whatIf: (design, choice) => {
    const knobs = knobsOf(design);
    const values: KnobValues = Object.fromEntries(
      knobs
        .filter(({ base }) => base !== undefined && choice.number(2) === 0)
        .map(({ id, least, most, step }) => [id, least + step * choice.number(Math.floor((most - least) / step))]),
    );
    const edits = whatIfEdits(design, whatIfOf(knobs, values));
    return edits.length > 0 ? { name: 'what-if', label: trialLabel(knobs, values), edits } : undefined;
  },
  tryLink: (design, choice) => {
    const link = choice.of(design.links ?? []);
    const knob = link && choice.of(linkKnobs(link, 0));
    if (!link || !knob) return undefined;
    const tried = { [subjectOf(link)]: { [knob.id]: knob.least + choice.number(400) } };
    const edits = triedEdits(design, tried);
    const { findings } = replicationDay(design, { edits, today });
    const mend = choice.of(findings.flatMap((each) => each.mend ?? []));
    if (mend && choice.number(2) === 0) return { ...mend, edits: [...edits, ...mend.edits] };
    return { name: 'what-if', label: triedLabel(design, tried), edits };
  },
  keepScenario: (design, choice) => {
    const failed = someOf(choice, everything(design).filter(canFail));
    return failed.length > 0 ? keepScenario(design, [{ fail: failed }, { heal: failed.slice(0, 1) }]) : undefined;
  },
  addTimeline: (design, choice) => {
    const about = choice.of(offeredSubjects(design));
    return about === undefined ? undefined : newTimeline(design, about).command;
  },
};

const canFail = (about: Subject): boolean => /^(datacenter|link|dag|server|volume):/.test(about);

/** These may name what is taken or missing; the document then refuses them. */
export const daring: Readonly<Record<string, Builder>> = {
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
  scenario: (design, choice) => {
    const all = design.scenarios ?? [];
    const at = choice.number(all.length);
    const events = all[at]?.events;
    if (!events) return undefined;
    const path = pointer('scenarios', at);
    return choice.of([
      setEvents(at, [...events, nextEvent(design, events)], 'Add an event'),
      setEvents(at, events.slice(1), 'Remove an event'),
      setField(design, `${path}/name`, choice.of(values), 'name'),
      removeAt(path, 'Remove scenario'),
    ]);
  },
};
