import { describe, expect, it } from 'vitest';
import { parseSubject, subject } from '../../planner/design/subject.ts';

describe('parseSubject(text)', () => {
  it.each([
    [subject.design, { kind: 'design', name: '' }],
    [subject.server('EX 01'), { kind: 'server', name: 'EX 01' }],
    [subject.copy('DB1', 'EX01'), { kind: 'copy', name: 'DB1', second: 'EX01' }],
    [subject.volume('EX01', 'V1'), { kind: 'volume', name: 'EX01', second: 'V1' }],
    ['disk:EX01/V1', { kind: 'volume', name: 'EX01', second: 'V1' }],
    [subject.link('East', 'West'), { kind: 'link', name: 'East', second: 'West' }],
  ])('reads %s', (text, parsed) => {
    expect(parseSubject(text)).toEqual(parsed);
  });

  it.each(['', 'server', 'server:', 'rack:1', 'server:a/b', 'copy:DB1', 'copy:a/b/c', 'design:x'])(
    'refuses "%s"',
    (text) => {
      expect(parseSubject(text)).toBeUndefined();
    },
  );
});
