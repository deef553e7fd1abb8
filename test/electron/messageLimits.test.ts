import { describe, expect, it } from 'vitest';
import { excessOf } from '../../electron/main/messageLimits.ts';

const nested = (depth: number): unknown => (depth === 0 ? {} : { a: nested(depth - 1) });
const loop: { self?: unknown } = {};
loop.self = loop;

describe('excessOf(message)', () => {
  it.each<[string, unknown]>([
    ['nothing', {}],
    ['texts, numbers and lists', { a: 'x', b: [1, true, null], c: { d: undefined } }],
    ['a text as long as a design may be', { text: 'x'.repeat(64 * 1024 * 1024), suggestedName: 'a.json' }],
    ['a menu', { actions: Array.from({ length: 300 }, () => ({ id: 'a', group: 'b', label: 'c', enabled: true })) }],
    ['an object without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
  ])('%s is no excess', (_title, message) => {
    expect(excessOf(message)).toBeUndefined();
  });

  it.each<[string, unknown, RegExp]>([
    ['two long texts', { a: 'x'.repeat(40 * 1024 * 1024), b: 'x'.repeat(40 * 1024 * 1024) }, /longer than/],
    ['a long name of a property', { ['x'.repeat(65 * 1024 * 1024)]: 1 }, /longer than/],
    ['deep nesting', nested(10), /nested/],
    ['a circle', loop, /nested/],
    ['many parts', { a: Array.from({ length: 6000 }, () => 0) }, /parts/],
    ['many properties', Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [i, 0])), /parts/],
    ['many parts in small lists', Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 0)), /parts/],
    ['a date', { at: new Date(0) }, /plain/],
    ['a map', new Map([[1, 2]]), /plain/],
    ['bytes', { bytes: new Uint8Array(8) }, /plain/],
    ['a buffer', new ArrayBuffer(8), /plain/],
    ['no number', { a: NaN }, /plain/],
    ['a big integer', { a: 1n }, /plain/],
    ['a function', { a: () => 0 }, /plain/],
    ['an error', new Error('x'), /plain/],
  ])('%s is', (_title, message, reason) => {
    expect(excessOf(message)).toMatch(reason);
  });
});
