import type { Stats } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { goneFiles } from '../../../electron/main/files/goneFiles.ts';
import { emptyFolder } from '../../cli/dagwright.ts';
import { systemError } from './instrumented.ts';

const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('tells which files are gone, be it the file or its folder', async () => {
  const folder = emptyFolder();
  const here = join(folder, 'here.json');
  writeFileSync(here, '');
  const gone = [join(folder, 'gone.json'), join(folder, 'gone', 'a.json'), join(here, 'a.json')];
  expect(await goneFiles()([here, ...gone])).toEqual(new Set(gone));
});

it('says nothing of what may not be looked at', async () => {
  const stat = () => Promise.reject(systemError('EACCES', 'stat'));
  expect(await goneFiles({ stat })(['/a'])).toEqual(new Set());
});

it('waits no longer than its time for what hangs, and looks at nothing else meanwhile', async () => {
  const asked: string[] = [];
  let answer: (stats: Stats) => void = () => undefined;
  const stat = (path: string): Promise<Stats> => {
    asked.push(path);
    if (path === '/share/a') return new Promise((resolve) => (answer = resolve));
    return Promise.reject(systemError('ENOENT', 'stat'));
  };
  const which = goneFiles({ stat }, soon);
  expect(await which(['/gone', '/share/a', '/later'])).toEqual(new Set(['/gone']));
  expect(await which(['/gone'])).toEqual(new Set());
  answer({} as Stats);
  await soon();
  expect(asked).toEqual(['/gone', '/share/a']);
  expect(await which(['/gone'])).toEqual(new Set(['/gone']));
});
