import { describe, expect, it } from 'vitest';
import { isOurs, isStart } from '../../electron/main/origin.ts';

const ours = [
  'app://dagwright/',
  'app://dagwright/index.html',
  'app://dagwright/index.html?a#b',
  'app://dagwright/a/b.js',
];
const foreign = [
  'app://dagwright.evil/',
  'app://evil/?app://dagwright/',
  'app://evil/#app://dagwright/index.html',
  'app://dagwright:1/index.html',
  'app://me@dagwright/index.html',
  'app://dagwright@evil/index.html',
  'apps://dagwright/index.html',
  'https://dagwright/index.html',
  'https://example.invalid/?next=app://dagwright/index.html',
  'file:///app://dagwright/index.html',
  'about:blank',
  'about:srcdoc',
  'data:text/html,app://dagwright/',
  'blob:app://dagwright/0',
  `${'javascript'}:app://dagwright/`,
  'view-source:app://dagwright/index.html',
  '//dagwright/index.html',
  'dagwright',
  '',
];

describe('isOurs(address) goes by the parsed scheme and host', () => {
  it.each(ours)('%s is ours', (address) => expect(isOurs(address)).toBe(true));
  it.each(foreign)('%s is not', (address) => expect(isOurs(address)).toBe(false));
});

describe('isStart(address) knows the one page that windows show', () => {
  it.each(['app://dagwright/index.html', 'app://dagwright/index.html#x'])('%s is it', (address) =>
    expect(isStart(address)).toBe(true),
  );
  it.each([...foreign, 'app://dagwright/', 'app://dagwright/other.html', 'app://dagwright/index.html?a'])(
    '%s is not',
    (address) => expect(isStart(address)).toBe(false),
  );
});
