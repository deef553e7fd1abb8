import { excerpt } from '../../planner/design/problem.ts';
import type { Command, Edit } from '../../planner/design/edit.ts';
import { indexDesign } from '../../planner/design/index.ts';
import { specIntEdits } from '../../planner/design/specInt.ts';
import { pointer, pointerSteps, valueAt, type Pointer } from '../../planner/design/pointer.ts';
import type { Design, Hardware, Waiver } from '../../planner/design/types.ts';

/**
 * Sets or, with undefined, clears one property; objects on the way to it are made where they are missing. The SPECint result of a server
 * model follows its cores.
 */
export function setField(design: Design, path: Pointer, value: unknown, what: string): Command {
  const name = 'set-field';
  if (value === undefined) return { name, label: `Clear ${what}`, edits: [{ op: 'remove', path }] };
  return {
    name,
    label: `Set ${what} to ${shown(value)}`,
    edits: [settingEdit(design, path, value), ...specIntEdits(design, path, value)],
  };
}

function settingEdit(design: Design, path: Pointer, value: unknown): Edit {
  const steps = pointerSteps(path);
  let place = steps;
  let set = value;
  while (place.length > 1 && valueAt(design, pointer(...place.slice(0, -1))) === undefined) {
    set = { [place.at(-1) ?? '']: set };
    place = place.slice(0, -1);
  }
  return { op: 'set', path: pointer(...place), value: set };
}

function shown(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (value === null) return 'none';
  return typeof value === 'string' ? value : excerpt(value);
}

/** Changes one server's hardware only: it gets a model of its own, a copy under a new name with the change in it. */
export function setOwnHardware(design: Design, server: string, path: Pointer, value: unknown, what: string): Command {
  const placed = indexDesign(design).servers.get(server);
  if (!placed?.hardware) return setField(design, path, value, what);
  const { value: model, path: modelPath } = placed.hardware;
  const name = freeName(`${model.name} ${server}`, [...indexDesign(design).hardware.keys()]);
  const at = (design.hardware ?? []).length;
  const copy: Hardware = { ...model, name };
  const inCopy = pointer('hardware', at) + path.slice(modelPath.length);
  const withCopy: Design = { ...design, hardware: [...(design.hardware ?? []), copy] };
  return {
    name: 'set-own-hardware',
    label: `${setField(withCopy, inCopy, value, what).label}, ${server} only`,
    edits: [
      { op: 'insert', path: pointer('hardware', at), value: copy },
      ...setField(withCopy, inCopy, value, what).edits,
      { op: 'set', path: `${placed.path}/hardware`, value: name },
    ],
  };
}

function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let n = 2; taken.includes(name); n += 1) name = `${wanted} ${n}`;
  return name;
}

/** Adds to a list, which is made where it is missing. */
export function addTo(design: Design, list: Pointer, value: unknown, label: string): Command {
  const members = valueAt(design, list);
  const edit: Edit = Array.isArray(members)
    ? { op: 'insert', path: `${list}/${members.length}`, value }
    : settingEdit(design, list, [value]);
  return { name: 'add', label, edits: [edit] };
}

export function removeAt(path: Pointer, label: string): Command {
  return { name: 'remove', label, edits: [{ op: 'remove', path }] };
}

/** Puts a finding on the record as accepted. */
export function waive(design: Design, waiver: Waiver): Command {
  return {
    ...addTo(design, '/waivers', waiver, `Waive ${waiver.rule} for ${waiver.subject ?? 'every subject'}`),
    name: 'waive-finding',
  };
}

/** Puts another design in the place of one. */
export function replaceDesign(from: Design, to: Design, label: string): Command {
  const sets: Edit[] = Object.entries(to).map(([key, value]) => ({
    op: 'set',
    path: pointer(key),
    value: value as unknown,
  }));
  const removals: Edit[] = Object.keys(from)
    .filter((key) => !Object.hasOwn(to, key))
    .map((key) => ({ op: 'remove', path: pointer(key) }));
  return { name: 'replace-design', label, edits: [...sets, ...removals] };
}
