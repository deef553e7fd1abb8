import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeDesign } from '../../../planner/design/write.ts';
import { ActionRegistry } from '../../../renderer/actions/registry.svelte.ts';
import type { Desktop } from '../../../renderer/host/host.ts';
import { helpLinks } from '../../../renderer/host/links.ts';
import { openFile } from '../../../renderer/state/open.ts';
import { Workspace } from '../../../renderer/state/workspace.svelte.ts';
import { validateMessages } from '../../../schemas/generated/validators.js';
import { FakeHost } from '../fakeHost.ts';
import { sample } from '../sample.ts';

const desktop = { newWindow: vi.fn(), openLogFolder: vi.fn(), showAbout: vi.fn() } as unknown as Desktop;
let workspace: Workspace;
let actions: ActionRegistry;
const item = (id: string) => actions.menu().find((each) => each.id === id);

beforeEach(() => {
  vi.stubGlobal('HTMLElement', class {});
  workspace = new Workspace(Object.assign(new FakeHost(writeDesign(sample)), { desktop }));
  actions = new ActionRegistry(workspace);
});

describe('the actions as the application menu gets them', () => {
  it('fit the schema, before a design is open and afterwards', async () => {
    for (const prepare of [() => Promise.resolve(), () => openFile(workspace)]) {
      await prepare();
      expect(validateMessages({ reportActions: { actions: actions.menu() } })).toBe(true);
    }
  });

  it('say what can be done, what is on, and what an action is about', async () => {
    expect(item('save')).toMatchObject({ enabled: false, shortcut: 'Mod+S' });
    await openFile(workspace);
    workspace.document?.apply({ name: 'edit', label: 'Rename', edits: [{ op: 'set', path: '/name', value: 'B' }] });
    workspace.view = 'copyLayout';
    expect(item('save')).toMatchObject({ enabled: true });
    expect(item('undo')).toMatchObject({ enabled: true, label: 'Undo: Rename' });
    expect([item('view-topology')?.checked, item('view-copy-layout')?.checked]).toEqual([false, true]);
    expect(item('save')).not.toHaveProperty('checked');
  });

  it('can none be done while a dialog is open, also if one is chosen all the same', () => {
    workspace.dialogs.shortcutsOpen = true;
    expect(actions.menu().every(({ enabled }) => !enabled)).toBe(true);
    actions.choose('new', null);
    expect(workspace.screen).toBe('welcome');
    workspace.dialogs.shortcutsOpen = false;
    actions.choose('new', null);
    expect(workspace.screen).toBe('form');
  });

  it('leave out what the menu has of its own, which the palette offers', () => {
    expect(item('about')).toBeUndefined();
    expect(actions.get('about')).toBeDefined();
  });
});

it('what only the desktop program can do is absent in a browser', () => {
  const inBrowser = new ActionRegistry(new Workspace(new FakeHost('')));
  const ids = (registry: ActionRegistry) => registry.all.map(({ id }) => id);
  const onlyDesktop = ids(actions).filter((id) => !ids(inBrowser).includes(id));
  const links = Object.keys(helpLinks).map((name) => `link-${name}`);
  expect(onlyDesktop).toEqual(['previous-version', 'new-window', ...links, 'open-log-folder', 'about']);
});
