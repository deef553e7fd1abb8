import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, root } from '../../../cli/dagwright.ts';
import { hash, NAME } from '../texts.ts';
import { world } from '../world.ts';
import { bundle } from './bundle.ts';
import { editionOf, editionText } from './edition.ts';
import { Ledger, type Held } from './ledger.ts';
import { randomNumbers } from './random.ts';

// `npm run soak` asks for more kills, and for another seed.
const KILLS = Number(process.env['DAGWRIGHT_KILLS'] ?? 50);
const SEED = Number(process.env['DAGWRIGHT_SEED'] ?? 1);
/** An editor is killed up to so long after one of the first things that it tells: a thing takes a few milliseconds. */
const FIRST_THINGS = 9;
const LONGEST_PAUSE_MS = 12;
const FIRST = 2;

let editor = '';
beforeAll(async () => {
  editor = await bundle(join(root, 'test/electron/files/kills/editor.ts'), emptyFolder());
}, 60_000);

/** A folder with a file of the second edition, so that the next one is saved. */
function begin(): { folder: string; ledger: Ledger } {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'designs'));
  writeFileSync(join(folder, 'designs', NAME), editionText(FIRST));
  return { folder, ledger: new Ledger({ file: FIRST, copy: undefined }) };
}

/** When an editor kills itself, or after how many lines and milliseconds it is killed. */
type End = { readonly dieAt: number } | { readonly lines: number; readonly pauseMs: number };

async function runEditor(folder: string, ledger: Ledger, end: End): Promise<void> {
  const child = spawn(process.execPath, [editor, folder, 'dieAt' in end ? String(end.dieAt) : '']);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const closed = once(child, 'close');
  let lines = 0;
  for await (const line of createInterface(child.stdout)) {
    ledger.note(line);
    lines++;
    if ('lines' in end && lines === end.lines) void wait(end.pauseMs).then(() => child.kill('SIGKILL'));
  }
  await closed;
  expect(complaint).toBe('');
}

/** What the disk holds, read as the next start of the program would read it. */
async function heldIn(folder: string, ledger: Ledger): Promise<Held> {
  const { path, files, recent, journal, reports } = world(folder);
  const file = editionOf((await files.read(path)).text);
  const previous = await files.previous(path);
  if (previous) expect(editionOf(previous.text)).toBeLessThanOrEqual(file);
  const copies = await journal.list();
  expect(copies.length).toBeLessThanOrEqual(1);
  if (ledger.remembered) expect(await recent.list()).toMatchObject([{ name: NAME }]);
  expect(reports).toEqual([]);
  const [copy] = copies;
  return { file, copy: copy && editionOf(copy.text) };
}

function temporaryFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.tmp')).map((name) => join(folder, name));
}

describe('a program that is killed while it edits and saves', () => {
  it(
    `${KILLS} times at random moments tears no file and loses nothing that it acknowledged`,
    async () => {
      const { folder, ledger } = begin();
      const random = randomNumbers(SEED);
      const during: Record<string, number> = {};
      for (let kill = 1; kill <= KILLS; kill++) {
        const lines = 1 + Math.floor(random() * FIRST_THINGS);
        await runEditor(folder, ledger, { lines, pauseMs: random() * LONGEST_PAUSE_MS });
        during[ledger.inFlight] = (during[ledger.inFlight] ?? 0) + 1;
        const held = await heldIn(folder, ledger);
        expect(held, `kill ${kill}, seed ${SEED}`).toBeOneOf(ledger.possible());
        ledger.killed(held);
      }
      const left = temporaryFiles(folder).length;
      const { kept, saved } = ledger.count;
      console.log(
        `${KILLS} kills (seed ${SEED}), while ${Object.entries(during)
          .map(([what, times]) => `${what} ${times}`)
          .join(', ')}:`,
        `${kept} recovery copies and ${saved} saves acknowledged, none torn, none lost;`,
        `${left} temporary files left, which the next saves remove`,
      );
      expect(saved).toBeGreaterThan(KILLS / 4);

      // What the kills left goes with the next save, an hour later.
      for (const path of temporaryFiles(folder)) utimesSync(path, 0, 0);
      const { path, files, recent, journal } = world(folder);
      const { text } = await files.read(path);
      await files.save(path, editionText(0), hash(text));
      await recent.remember(path);
      await journal.list();
      expect(temporaryFiles(folder)).toEqual([]);
    },
    30_000 + KILLS * 2_000,
  );

  it('right before any change on the disk, from the first recovery copy to the end of a save', async () => {
    let changes = 0;
    for (let lived = false; !lived; changes++) {
      const { folder, ledger } = begin();
      await runEditor(folder, ledger, { dieAt: changes + 1 });
      expect(await heldIn(folder, ledger), `change ${changes + 1}`).toBeOneOf(ledger.possible());
      lived = ledger.count.kept > 1;
    }
    console.log(`${changes} kills, each before another change on the disk: none torn, none lost`);
    expect(changes).toBeGreaterThan(30);
  }, 120_000);
});
