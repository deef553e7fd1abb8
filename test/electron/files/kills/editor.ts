import { writeSync } from 'node:fs';
import { instrumented } from '../instrumented.ts';
import { hash, NAME } from '../texts.ts';
import { world } from '../world.ts';
import { editionOf, editionText, SAVED_EVERY } from './edition.ts';

// A user who edits without end, as a program of its own that can be killed. Every edition is kept in the recovery journal; every third
// is saved, and its recovery copy dropped. Each thing that is done is told on the standard output. With a second argument the
// program kills itself right before that one of the calls that change something on the disk.
const [, , folder = '', dieAt = ''] = process.argv;

const changing = new Set(['open', 'write', 'fchmod', 'fsync', 'close', 'rename', 'rm', 'mkdir']);
let changes = 0;
const fs = instrumented((call) => {
  if (!changing.has(call) || ++changes !== Number(dieAt)) return;
  process.kill(process.pid, 'SIGKILL');
  return new Promise<void>(() => undefined);
});
const { path, files, recent, journal, reports } = world(folder, fs);

await edit();

async function edit(): Promise<void> {
  let { text: held } = await files.read(path);
  const copies = await journal.list();
  const first = Math.max(editionOf(held), ...copies.map(({ text }) => editionOf(text))) + 1;
  tell('ready');
  for (let n = first; ; n++) {
    const text = editionText(n);
    const keptAt = new Date().toISOString();
    await journal.keep({ id: 'document-1', name: NAME, keptAt, summary: `edition ${n}`, text });
    tell(`kept ${n}`);
    if (n % SAVED_EVERY !== 0) continue;
    const { outcome } = await files.save(path, text, hash(held));
    tell(`${outcome} ${n}`);
    held = text;
    await recent.remember(path);
    tell(`remembered ${n}`);
    await journal.drop('document-1');
    tell(`dropped ${n}`);
    if (reports.length > 0) throw new Error(reports.join('\n'));
  }
}

function tell(line: string): void {
  writeSync(1, `${line}\n`);
}
