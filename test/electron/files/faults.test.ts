import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ShellError } from '../../../electron/main/shellError.ts';
import type { Snapshot } from '../../../renderer/host/host.ts';
import { emptyFolder } from '../../cli/dagwright.ts';
import { instrumented, systemError } from './instrumented.ts';
import { hash, MINE, NAME, OLD } from './texts.ts';
import { world, type World } from './world.ts';

// Every call to the file system fails in turn, with each of these errors.
const codes = ['EACCES', 'ENOSPC', 'EIO', 'EPERM', 'ENOENT'];

const before: Snapshot = {
  id: 'a',
  name: NAME,
  keptAt: '2026-01-31T12:00:00.000Z',
  summary: 'Contoso, 1 unsaved change',
  text: OLD,
};
const after: Snapshot = { ...before, text: MINE };

let root = '';
let template = '';
beforeAll(async () => {
  [root, template] = [emptyFolder(), emptyFolder()];
  mkdirSync(join(root, 'designs'));
  const { files, recent, journal, path } = world(root);
  writeFileSync(path, 'first\n');
  await files.save(path, OLD, hash('first\n'));
  await recent.remember(path);
  await journal.keep(before);
  cpSync(root, template, { recursive: true });
});

/** Sets `root` back to a world in which a file was saved once, is in the list of recent files, and has a recovery copy. */
function reset(): void {
  rmSync(root, { recursive: true });
  cpSync(template, root, { recursive: true });
}

interface Action {
  readonly title: string;
  readonly run: (world: World) => Promise<unknown>;
  /** What is true afterwards, whether the action succeeded or not; `world` is free of faults again. */
  readonly holds: (world: World, succeeded: boolean, code: string) => Promise<void> | void;
}

const actions: readonly Action[] = [
  {
    title: 'saving a file',
    run: ({ files, path }) => files.save(path, MINE, hash(OLD)),
    holds: async ({ files, path }, succeeded) => {
      expect(readFileSync(path, 'utf8')).toBeOneOf(succeeded ? [MINE] : [OLD, MINE]);
      expect((await files.previous(path))?.text).toBeOneOf(['first\n', OLD]);
    },
  },
  {
    title: 'writing a new file',
    run: ({ files, path }) => files.write(`${path}.svg`, MINE),
    holds: ({ path }, succeeded) => {
      if (succeeded || existsSync(`${path}.svg`)) expect(readFileSync(`${path}.svg`, 'utf8')).toBe(MINE);
      expect(readFileSync(path, 'utf8')).toBe(OLD);
    },
  },
  {
    title: 'reading a file',
    run: ({ files, path }) => files.read(path),
    holds: ({ path }) => expect(readFileSync(path, 'utf8')).toBe(OLD),
  },
  {
    title: 'remembering a recent file',
    run: ({ recent, path }) => recent.remember(`${path}.other`),
    holds: async ({ recent, reports }, _, code) => {
      const names = (await recent.list()).map(({ name }) => name);
      // ENOENT says that there is no list yet.
      const begun = code === 'ENOENT' ? [[`${NAME}.other`]] : [];
      expect(names).toBeOneOf([[NAME], [`${NAME}.other`, NAME], ...begun]);
      expect(reports).toEqual([]);
    },
  },
  {
    title: 'keeping a recovery copy',
    run: ({ journal }) => journal.keep(after),
    holds: async ({ journal, reports }, succeeded) => {
      expect(await journal.list()).toBeOneOf(succeeded ? [[after]] : [[before], [after]]);
      expect(reports).toEqual([]);
    },
  },
  {
    title: 'listing the recovery copies',
    run: ({ journal }) => journal.list(),
    holds: async ({ journal }) => expect(await journal.list()).toEqual([before]),
  },
  {
    title: 'dropping a recovery copy',
    run: ({ journal }) => journal.drop('a'),
    holds: async ({ journal }) => {
      expect(await journal.list()).toBeOneOf([[], [before]]);
    },
  },
];

/** The names of the calls that an action makes where nothing fails. */
async function callsOf(action: Action): Promise<string[]> {
  const calls: string[] = [];
  const counting = instrumented((call) => void calls.push(call));
  reset();
  await action.run(world(root, counting));
  return calls;
}

/** Runs an action whose call number `at` fails, and with `lasting` every later one too; answers what it rejected with. */
async function fail(action: Action, at: number, code: string, lasting: boolean): Promise<unknown> {
  let number = 0;
  const faulty = instrumented((call) => {
    number++;
    if (number === at || (lasting && number > at)) throw systemError(code, call);
  });
  return action.run(world(root, faulty)).then(
    () => undefined,
    (error: unknown) => error,
  );
}

function expectWords(error: unknown): void {
  expect(error).toBeInstanceOf(ShellError);
  const { message } = error as ShellError;
  expect(message).toMatch(/^[^:]+ ((cannot be (saved|opened)|can be kept): |was written, but ).+\. .+\.$/);
  expect(message).not.toMatch(/\bE[A-Z]{3,}\b|undefined|\[object/);
}

const faults = [
  ...codes.map((code) => ({ code, times: 'once', lasting: false })),
  ...['EACCES', 'EIO'].map((code) => ({ code, times: 'from then on', lasting: true })),
];

describe.each(actions)('$title, with each call to the file system failing in turn', (action) => {
  it.each(faults)(
    '($code $times) leaves everything whole, and says so in words',
    async ({ code, lasting }) => {
      const calls = await callsOf(action);
      expect(calls).not.toEqual([]);
      for (const [index] of calls.entries()) {
        reset();
        const error = await fail(action, index + 1, code, lasting);
        if (error !== undefined) expectWords(error);
        await action.holds(world(root), error === undefined, code);
        // Where no call succeeds any more, nothing can be removed either.
        if (!lasting) expect(temporaryFiles()).toEqual([]);
      }
    },
    60_000,
  );
});

function temporaryFiles(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp'));
}
