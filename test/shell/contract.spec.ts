import { readFile } from 'node:fs/promises';
import { channelOf, noticeNames, requestNames } from '../../renderer/host/bridge.ts';
import { designFile, editedMark, expectDocument, expectWelcome, setMailboxes } from './page.ts';
import { expect, test } from './shell.ts';

const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();

test('list, schema, preload and main have the same requests', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  const page = await shell.firstWindow();
  const schema = JSON.parse(await readFile(new URL('../../schemas/messages.schema.json', import.meta.url), 'utf8')) as {
    properties: object;
  };
  const bridge = await page.evaluate(() => Object.keys(window.dagwright!));
  const listed = sorted(requestNames);
  expect(sorted(Object.keys(schema.properties)), 'the schema of messages').toEqual(listed);
  expect(sorted(bridge.filter((name) => name !== 'on')), 'what the preload script exposes').toEqual(listed);
  expect(bridge).toContain('on');
  expect(sorted(shell.channels()), 'the channels that main answers').toEqual(sorted(requestNames.map(channelOf)));
});

test(
  'main sends the notices of the list and no others, and the page hears each',
  { tag: '@stand-in' },
  async ({ launchInStandIn, folder }) => {
    const shell = await launchInStandIn({ args: [await designFile(folder)] });
    const page = await shell.firstWindow();
    await expectDocument(page, 'plan.dagwright.json');
    await page.evaluate((names) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const name of names) window.dagwright!.on(name, () => heard.push(name));
    }, noticeNames);

    await shell.choose('View', 'Copy layout');
    await shell.choose('File', 'Close design');
    await expectWelcome(page);
    await shell.startAgain([await designFile(folder, 'other.dagwright.json')]);
    await expectDocument(page, 'other.dagwright.json');
    await setMailboxes(page, 200);
    await expect.poll(async () => (await shell.stateOf(page)).title).toMatch(/^• /);
    await designFile(folder, 'other.dagwright.json', 300);
    await shell.dialogs.press('Save');
    await shell.close(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Take theirs' }).click();
    await expect(editedMark(page)).toHaveCount(0);

    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect(sorted(new Set(heard))).toEqual(sorted(noticeNames));
    expect(sorted(shell.notes.sent)).toEqual(sorted(noticeNames.map(channelOf)));
  },
);

test('what the preload script exposes cannot be changed by the page', async ({ launch }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  const outcome = await page.evaluate(() => {
    'use strict';
    const attempt = (what: () => unknown): boolean => {
      try {
        return Boolean(what());
      } catch {
        return false;
      }
    };
    return {
      replaced: attempt(() => Object.assign(window, { dagwright: 1 })),
      overwritten: attempt(() => Object.assign(window.dagwright!, { openDocument: 1 })),
      deleted: attempt(() => Reflect.deleteProperty(window, 'dagwright')),
      grown: attempt(() => Object.assign(window.dagwright!, { more: 1 })),
    };
  });
  expect(outcome).toEqual({ replaced: false, overwritten: false, deleted: false, grown: false });
});
