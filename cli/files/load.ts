import { loadDesign, loadRequirements, loadTimeline } from '../../planner/design/load.ts';
import { parseJson } from '../../planner/design/json.ts';
import type { Loaded } from '../../planner/design/problem.ts';
import type { Design, Requirements, Timeline } from '../../planner/design/types.ts';
import { CallError, callError } from '../callError.ts';
import { inputName, readDesignText } from './readText.ts';

/** A file's value with the text it came from. */
export interface Input<T> {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
  readonly value: T;
  /** The input is a picture that carries the value. */
  readonly picture: boolean;
}

/** @throws CallError with every problem of the file */
export async function readDesign(path: string): Promise<Input<Design>> {
  return read(path, loadDesign);
}

/** @throws CallError with every problem of the file */
export async function readRequirements(path: string): Promise<Input<Requirements>> {
  return read(path, loadRequirements);
}

/** @throws CallError with every problem of the file */
export async function readTimeline(path: string): Promise<Input<Timeline>> {
  return read(path, loadTimeline);
}

/** Reads a design or requirements, whichever its `format` says. @throws CallError with every problem of the file */
export async function readDesignOrRequirements(path: string): Promise<Input<Design | Requirements>> {
  return read<Design | Requirements>(path, (text) =>
    statesRequirements(text) ? loadRequirements(text) : loadDesign(text),
  );
}

/** A design is never written over the picture that it came from. @throws CallError when the target is that picture */
export function refusePicture({ name, picture }: Input<unknown>, target: string | undefined): void {
  if (!picture || target !== name) return;
  throw callError(
    name,
    'The design would replace the picture that carries it.',
    '-o FILE in place of --write',
    'a picture',
  );
}

/** Whether a loaded file is requirements. */
export function isRequirements(value: Design | Requirements): value is Requirements {
  return value.format === 'dagwright-requirements/1';
}

async function read<T>(path: string, load: (text: string) => Loaded<T>): Promise<Input<T>> {
  const { text, picture } = await readDesignText(path);
  const loaded = load(text);
  if (!loaded.ok) throw new CallError(inputName(path), loaded.problems, text);
  return { name: inputName(path), text, value: loaded.value, picture };
}

function statesRequirements(text: string): boolean {
  const parsed = parseJson(text);
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return false;
  return 'format' in parsed.value && String(parsed.value.format).startsWith('dagwright-requirements');
}
