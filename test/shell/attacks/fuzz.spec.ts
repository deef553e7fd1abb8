import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { channelOf, requestNames, type RequestName } from '../../../renderer/host/bridge.ts';
import { expectWelcome } from '../page.ts';
import { expect, test } from '../shell.ts';
import { validMessages } from './messages.ts';

const seed = 20161;
const schema = JSON.parse(
  await readFile(new URL('../../../schemas/messages.schema.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv2020({ strict: false });
(addFormats as unknown as { readonly default: (ajv: Ajv2020) => void }).default(ajv);
/** The schema as read at run time, beside the validator that the build compiles from it. */
const isMessage = ajv.compile(schema);
/** Plain data is what JSON can carry. */
const isPlain = (value: unknown): boolean => {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
  } catch {
    return false;
  }
};

/** What no message may hold anywhere. */
const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, -1, '', 'x', [], {}, Number.NaN, Number.POSITIVE_INFINITY, 10n),
  fc.constantFrom<unknown>(new Date(0), new Map([['a', 1]]), new Set([1]), new Uint8Array(8), /x/, new Error('x')),
  fc.constantFrom<unknown>('../../etc/passwd', 'a/b', 'a\\b', '\u0000', 'x'.repeat(300), '\u202etxt.exe', '%2e%2e'),
  fc.constantFrom<unknown>({ toString: 'x' }, { length: -1 }, JSON.parse('{"__proto__":{"polluted":true}}')),
  fc.anything({ withDate: true, withMap: true, withSet: true, withBigInt: true, withTypedArray: true }),
);
const keys = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'path', 'handle', 'text', 'id', 'x'),
  fc.string(),
);

type Mutation = (message: unknown, value: unknown, key: string) => unknown;

const withOwn = (message: object, key: string, value: unknown): object =>
  Object.fromEntries([...Object.entries(message).filter(([name]) => name !== key), [key, value]]);
const mutations: readonly Mutation[] = [
  (_, value) => value,
  (message) => [message],
  (message, value, key) => withOwn(message as object, key, value),
  (message, value) => {
    const [key = 'x'] = Object.keys(message as object);
    return withOwn(message as object, key, value);
  },
  (message, value) => {
    const key = Object.keys(message as object).at(-1) ?? 'x';
    return withOwn(message as object, key, value);
  },
  (message) => Object.fromEntries(Object.entries(message as object).slice(1)),
  (message, _, key) => withOwn(message as object, key, message),
  (message) => JSON.parse(`{"__proto__":${JSON.stringify(message)}}`) as unknown,
];

const mutated = (name: RequestName): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...mutations), strange, keys)
    .map(([mutate, value, key]) => mutate(validMessages[name], value, key));

/** What of a value an own schema would see: a clone that the structured clone algorithm makes, or nothing where there is none. */
function cloned(value: unknown): { readonly value: unknown } | undefined {
  try {
    return { value: structuredClone(value) };
  } catch {
    return undefined;
  }
}

test(
  'whatever a page sends is refused, or answered when the schema has it',
  { tag: '@stand-in' },
  async ({ launchInStandIn }) => {
    const shell = await launchInStandIn();
    shell.dialogs.cancelsAll = true;
    const page = await shell.firstWindow();
    await expectWelcome(page);
    for (const name of requestNames) {
      await test.step(name, () =>
        fc.assert(
          fc.asyncProperty(mutated(name), async (message) => {
            const sent = cloned(message);
            fc.pre(sent !== undefined);
            const isValid = isPlain(sent.value) && isMessage({ [name]: sent.value });
            // A window for each would take its time.
            fc.pre(!(isValid && name === 'newWindow'));
            const answer = await shell.invoke(page, channelOf(name), message).catch(String);
            if (isValid) expect(answer).toHaveProperty('ok');
            else expect(answer).toContain(`The request ${name} is refused`);
          }),
          { seed, numRuns: 150 },
        ),
      );
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(shell.isRunning()).toBe(true);
    expect(shell.windows()).toEqual([page]);
    expect(await page.evaluate(() => window.dagwright!.listExamples({}))).toMatchObject({ ok: true });
  },
);

const nested = (depth: number): unknown => {
  let value: unknown = {};
  for (let at = 0; at < depth; at += 1) value = { a: value };
  return value;
};
const circle = (): unknown => {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
};
const someRequests = ['listRecent', 'saveDocument', 'reportActions'] as const;
/** The big ones take their time to be made and copied, so that a few requests have to do for them. */
const monstrous: readonly (readonly [what: string, make: () => readonly unknown[], names: readonly RequestName[]])[] = [
  ['no message', () => [], requestNames],
  ['two messages', () => [{}, {}], requestNames],
  ['a message in a circle', () => [circle()], requestNames],
  ['a message 500 deep', () => [nested(500)], requestNames],
  [
    'a message of 100,000 parts',
    () => [Object.fromEntries(Array.from({ length: 1e5 }, (_, at) => [at, at]))],
    someRequests,
  ],
  ['a list of 100,000 parts', () => [Array.from({ length: 1e5 }, () => 0)], someRequests],
  ['a text of 70 million characters', () => ['x'.repeat(7e7)], someRequests],
  ['two long texts', () => [{ a: 'x'.repeat(4e7), b: 'x'.repeat(4e7) }], someRequests],
];

test('monstrous messages are refused', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  for (const [what, make, names] of monstrous) {
    const messages = make();
    const heard: string[] = [];
    for (const name of names) {
      const answer = await shell.invoke(page, channelOf(name), ...messages).catch(String);
      if (!String(answer).includes(`The request ${name} is refused`)) heard.push(`${name}: ${JSON.stringify(answer)}`);
    }
    expect(heard, what).toEqual([]);
  }
});

test(
  'a text longer than a design may be is neither saved nor kept nor copied',
  { tag: '@stand-in' },
  async ({ launchInStandIn }) => {
    const shell = await launchInStandIn();
    const page = await shell.firstWindow();
    await expectWelcome(page);
    const text = 'x'.repeat(64 * 1024 * 1024 + 1);
    for (const name of ['saveDocument', 'saveDocumentAs', 'exportFile', 'copyPicture', 'keepSnapshot'] as const) {
      const answer = await shell.invoke(page, channelOf(name), { ...validMessages[name], text }).catch(String);
      expect(answer, name).toContain('is refused');
    }
  },
);
