import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { answeringFileSystem } from '../../../electron/main/files/answeringFileSystem.ts';
import { designFiles } from '../../../electron/main/files/designFiles.ts';
import { emptyFolder } from '../../cli/dagwright.ts';
import { instrumented } from './instrumented.ts';
import { hash, MINE, NAME, OLD } from './texts.ts';

/** A share on which a call can hang, and a clock that stands still until it is told that the time is up. */
function share() {
  const folder = emptyFolder();
  const path = join(folder, NAME);
  writeFileSync(path, OLD);
  const calls: string[] = [];
  let hanging: string | undefined;
  let letGo: () => void = () => undefined;
  let limits: AbortController[] = [];

  const slow = instrumented((call, about) => {
    if (!about.startsWith(folder)) return;
    calls.push(call);
    if (call !== hanging) return;
    hanging = undefined;
    return new Promise<void>((done) => (letGo = done));
  });
  const fs = answeringFileSystem(slow, () => {
    const limit = new AbortController();
    limits.push(limit);
    return limit.signal;
  });

  return {
    folder,
    path,
    calls,
    fs,
    files: designFiles({ versionsFolder: join(emptyFolder(), 'versions'), fs }),
    hangAt: (call: string) => (hanging = call),
    /** Waits until a call hangs, and then until its time is up. */
    timeIsUp: async () => {
      while (hanging !== undefined) await turn();
      await turn();
      for (const limit of limits) limit.abort();
      limits = [];
    },
    answersAgain: () => letGo(),
  };
}

describe('a share that hangs', () => {
  it.each<[call: string, state: string]>([
    ['stat', 'Nothing on the disk has changed.'],
    ['read', 'Nothing on the disk has changed.'],
    ['open', 'Nothing on the disk has changed.'],
    ['write', 'Nothing on the disk has changed.'],
    ['fsync', 'Nothing on the disk has changed.'],
    ['rename', 'It may or may not hold the new content.'],
  ])('at %s ends a save with a message: %s', async (call, state) => {
    const { path, files, hangAt, timeIsUp } = share();
    hangAt(call);
    const saving = files.save(path, MINE, hash(OLD));
    await Promise.all([
      expect(saving).rejects.toThrow(
        `${NAME} cannot be saved: it does not answer. ${state} Check the connection or the drive and save again, or save elsewhere.`,
      ),
      timeIsUp(),
    ]);
  });

  it.each(['open', 'write', 'fsync', 'close'])(
    'at %s and comes back later holds the old content and nothing that was left behind',
    async (call) => {
      const { folder, path, files, hangAt, timeIsUp, answersAgain } = share();
      hangAt(call);
      const saving = files.save(path, MINE, hash(OLD));
      await Promise.all([expect(saving).rejects.toThrow('does not answer'), timeIsUp()]);
      answersAgain();
      await expect.poll(() => files.read(path).catch(String)).toEqual({ name: NAME, text: OLD, picture: false });
      expect(readdirSync(folder)).toEqual([NAME]);
      expect(await files.save(path, MINE, hash(OLD))).toEqual({ outcome: 'saved' });
    },
  );

  it('is not asked anything else until it answers, while other folders are', async () => {
    const { path, calls, fs, files, hangAt, timeIsUp, answersAgain } = share();
    hangAt('read');
    const reading = files.read(path);
    await Promise.all([
      expect(reading).rejects.toThrow(
        `${NAME} cannot be opened: it does not answer. Check the connection or the drive and open it again.`,
      ),
      timeIsUp(),
    ]);
    const asked = calls.length;
    await expect(files.read(path)).rejects.toThrow('does not answer');
    await expect(files.save(path, MINE, hash(OLD))).rejects.toThrow('Nothing on the disk has changed.');
    expect(calls).toHaveLength(asked);
    const elsewhere = join(emptyFolder(), NAME);
    await files.write(elsewhere, MINE);
    expect((await fs.stat(elsewhere)).size).toBe(Buffer.byteLength(MINE));
    answersAgain();
    await expect.poll(() => files.read(path).catch(String)).toEqual({ name: NAME, text: OLD, picture: false });
  });

  it('closes a file that opens when nobody waits for it any more', async () => {
    const { path, calls, fs, hangAt, timeIsUp, answersAgain } = share();
    hangAt('open');
    const opening = fs.open(path, 'r');
    await Promise.all([expect(opening).rejects.toMatchObject({ code: 'ETIMEDOUT', syscall: 'open' }), timeIsUp()]);
    answersAgain();
    await expect.poll(() => calls).toEqual(['open', 'close']);
  });
});
