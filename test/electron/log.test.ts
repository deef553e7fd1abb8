import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { Log } from '../../electron/main/log.ts';
import { emptyFolder } from '../cli/dagwright.ts';

let folder: string;
const now = (): string => '2026-11-25T12:00:00.000Z';
const text = (name = 'dagwright.log'): string => readFileSync(join(folder, name), 'utf8');

beforeEach(() => (folder = join(emptyFolder(), 'logs')));

describe('Log', () => {
  it('makes its folder and notes one entry after the other, each with its moment', () => {
    const log = new Log({ folder, now });
    log.note('first');
    log.note('second');
    expect(text()).toBe('2026-11-25T12:00:00.000Z first\n2026-11-25T12:00:00.000Z second\n');
  });

  it('notes a fault with its stack and its causes', () => {
    new Log({ folder, now }).fault(new Error('outer', { cause: new Error('inner') }));
    expect(text()).toMatch(/Error: outer\n {4} +at .*because of Error: inner\n/s);
  });

  it('takes whatever is thrown', () => {
    new Log({ folder, now }).fault('just a text');
    expect(text()).toContain('just a text');
  });

  it('lets no message pass for several entries or steer a terminal', () => {
    new Log({ folder, now }).note('a\r\n2026-11-25T12:00:00.000Z forged\u2028b\u001b[2Jc\u0000');
    expect(text()).toBe('2026-11-25T12:00:00.000Z a\n    2026-11-25T12:00:00.000Z forged\n    b[2Jc\n');
  });

  it('stays within bounds, with the last entries kept', () => {
    const log = new Log({ folder, now, mostBytes: 1000 });
    for (let count = 0; count < 200; count++) log.note(`entry ${count}`);
    expect(readdirSync(folder)).toEqual(['dagwright.log', 'dagwright.older.log']);
    expect(text()).toContain('entry 199');
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1100);
  });

  it('cuts an entry that is longer than the log may be', () => {
    new Log({ folder, now, mostBytes: 1000 }).note('x'.repeat(100_000));
    expect(text().length).toBeLessThan(1100);
  });

  it('disturbs nobody when it cannot be written', () => {
    writeFileSync(folder, 'no folder');
    expect(() => new Log({ folder, now }).note('x')).not.toThrow();
    const other = emptyFolder();
    mkdirSync(join(other, 'dagwright.log'));
    expect(() => new Log({ folder: other, now }).note('x')).not.toThrow();
  });
});
