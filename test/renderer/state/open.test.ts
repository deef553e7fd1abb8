import { beforeEach, describe, expect, it } from 'vitest';
import { writeDesign } from '../../../planner/design/write.ts';
import { setField } from '../../../renderer/state/commands.ts';
import { openFile, openOffered, recover } from '../../../renderer/state/open.ts';
import { Workspace } from '../../../renderer/state/workspace.svelte.ts';
import { asked, FakeHost } from '../fakeHost.ts';
import { sample } from '../sample.ts';

const text = writeDesign(sample);
let host: FakeHost;
let workspace: Workspace;

const edit = (): void => {
  workspace.document?.apply(setField(workspace.document.design, '/name', 'Edited', 'name'));
};

beforeEach(() => {
  host = new FakeHost(text);
  workspace = new Workspace(host);
});

describe('opening a file', () => {
  it('asks about unsaved changes, and once more about those made while the file was chosen', async () => {
    await openFile(workspace);
    const first = workspace.document;
    Object.assign(host, {
      open: () => {
        edit();
        return Promise.resolve({ name: 'c.json', text });
      },
    });
    const opened = openFile(workspace);
    (await asked(workspace)).answer('cancel');
    expect(await opened).toBe(false);
    expect(workspace.document).toBe(first);
  });

  it('that is no design leaves everything, and tells the host that it is not shown', async () => {
    await openFile(workspace);
    const { document } = workspace;
    host.text = '{"format":"other"}';
    expect(await openFile(workspace)).toBe(false);
    expect((await asked(workspace)).problems).toHaveLength(1);
    expect(workspace.document).toBe(document);
    expect(host.shown.at(-1)).toMatchObject({ name: 'a.dagwright.json', edited: false });
  });

  it('is nothing where nothing was offered', async () => {
    expect(await openOffered(workspace)).toBe(false);
    expect(workspace.screen).toBe('welcome');
  });
});

describe('a recovery copy', () => {
  const snapshot = { id: 'x', name: 'a.dagwright.json', keptAt: '', summary: '', text };

  it('comes back under a name of its own, unsaved, and goes on being kept under its id', () => {
    expect(recover(workspace, snapshot)).toEqual([]);
    expect(workspace.document).toMatchObject({ id: 'x', name: 'a (recovered).dagwright.json', dirty: true });
    expect(workspace.document?.handle).toBeUndefined();
    expect(host.givenUp).toEqual([]);
  });

  it('that is damaged opens nothing and says what is wrong', () => {
    expect(recover(workspace, { ...snapshot, text: text.slice(0, 100) })).not.toEqual([]);
    expect(workspace.document).toBeUndefined();
    expect(host.givenUp).toEqual([]);
  });
});
