import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesignWindow } from '../../electron/main/designWindow.ts';
import { Handles } from '../../electron/main/handles.ts';
import { links, linkAddress } from '../../electron/main/links.ts';
import { runCommand, shellCommands, type ShellCommands } from '../../electron/main/shellCommands.ts';
import { ShellError } from '../../electron/main/shellError.ts';
import { windowRequests } from '../../electron/main/windowRequests.ts';
import type { Windows } from '../../electron/main/windows.ts';
import { emptyFolder } from '../cli/dagwright.ts';
import { fakeAnswer, fakeOf, fakeWindows } from './fakes.ts';

let windows: Windows;
let window: DesignWindow;
let handles: Handles;
let commands: ShellCommands;
let logFolder: string;
let ask: ReturnType<typeof fakeAnswer>['ask'];
const app = { quit: vi.fn(), showAboutPanel: vi.fn() };
const shell = {
  openExternal: vi.fn<(address: string) => Promise<void>>(),
  openPath: vi.fn<(path: string) => Promise<string>>(),
};
const closeGuard = { answerSaved: vi.fn() };
const nativeTheme = { themeSource: 'system' as 'system' | 'light' | 'dark' };
const log = { note: vi.fn() };
const changed = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  shell.openExternal.mockResolvedValue();
  shell.openPath.mockResolvedValue('');
  windows = fakeWindows();
  windows.on('changed', changed);
  window = windows.open();
  handles = new Handles();
  logFolder = join(emptyFolder(), 'logs');
  commands = shellCommands({ app, shell, windows, logFolder, licencesFile: '/licences.txt' });
  const door = fakeAnswer();
  windowRequests(door.answer, { windows, handles, closeGuard, commands, nativeTheme, log });
  ask = door.ask;
});

describe('what a page tells of itself', () => {
  it('is the document that it shows, with the path of its file', async () => {
    const { id } = handles.issue(window.id, '/designs/a.json');
    window.opening = '/designs/a.json';
    await ask('reportDocument', { name: 'a.json', handle: id, edited: true }, window);
    expect(window.shown).toEqual({ name: 'a.json', path: '/designs/a.json', edited: true });
    expect(window.opening).toBeUndefined();
    expect(changed.mock.calls).toEqual([[window]]);
  });

  it('is that it shows none', async () => {
    window.shown = { name: 'a.json', edited: true };
    await ask('reportDocument', { edited: false }, window);
    expect(window.shown).toBeUndefined();
  });

  it('is no file of another window', () => {
    const { id } = handles.issue(windows.open().id, '/designs/a.json');
    return expect(ask('reportDocument', { name: 'a.json', handle: id, edited: false }, window)).rejects.toThrow(
      ShellError,
    );
  });

  it('is what can be done now, for the menu', async () => {
    const actions = [{ id: 'save', group: 'file' as const, label: 'Save', enabled: true }];
    await ask('reportActions', { actions }, window);
    expect(window.actions).toEqual(actions);
    expect(changed.mock.calls).toEqual([[window]]);
  });

  it('is whether it has saved before it closes', async () => {
    await ask('answerSaved', { saved: true }, window);
    expect(closeGuard.answerSaved.mock.calls).toEqual([[window, true]]);
  });

  it('is a mistake of its own, for the log', async () => {
    await ask('logFault', { message: 'x is undefined', stack: 'at y' }, window);
    await ask('logFault', { message: 'x is undefined' }, window);
    expect(log.note.mock.calls).toEqual([
      ['The page reports: x is undefined\nat y'],
      ['The page reports: x is undefined'],
    ]);
  });
});

describe('what a page asks of the program around it', () => {
  it('is a look for frame and menus', async () => {
    await ask('setTheme', { choice: 'dark' }, window);
    expect(nativeTheme.themeSource).toBe('dark');
  });

  it('is a further window', async () => {
    await ask('newWindow', {}, window);
    expect(windows.all).toHaveLength(2);
  });

  it('is what the program is', async () => {
    await ask('showAbout', {}, window);
    expect(app.showAboutPanel).toHaveBeenCalledOnce();
  });

  it('is the folder of the log, which is made where there is none', async () => {
    await ask('openLogFolder', {}, window);
    expect(shell.openPath.mock.calls).toEqual([[logFolder]]);
    expect(readdirSync(logFolder)).toEqual([]);
  });

  it('says where the log is when its folder cannot be shown', async () => {
    shell.openPath.mockResolvedValue('no file manager');
    await expect(ask('openLogFolder', {}, window)).rejects.toThrow(`no file manager. It is ${logFolder}.`);
  });
});

describe('links', () => {
  it('are opened by their name', async () => {
    await ask('openLink', { link: 'preferred-architecture-2016' }, window);
    expect(shell.openExternal.mock.calls).toEqual([
      ['https://techcommunity.microsoft.com/blog/exchange/the-exchange-2016-preferred-architecture/604024'],
    ]);
  });

  it('lead to Microsoft’s documentation by https, and nowhere else', () => {
    const hosts = Object.keys(links).map((name) => new URL(linkAddress(name)));
    expect(new Set(hosts.map(({ origin }) => origin))).toEqual(
      new Set(['https://techcommunity.microsoft.com', 'https://learn.microsoft.com']),
    );
  });

  it.each(['https://evil.example', 'file:///etc/passwd', 'constructor', '__proto__', 'toString', ''])(
    '%s is none',
    async (link) => {
      await expect(ask('openLink', { link }, window)).rejects.toThrow(ShellError);
      expect(shell.openExternal).not.toHaveBeenCalled();
    },
  );

  it('tell their address when there is no browser', async () => {
    shell.openExternal.mockRejectedValue(new Error('no browser'));
    await expect(ask('openLink', { link: 'system-requirements' }, window)).rejects.toThrow(
      'https://learn.microsoft.com/exchange/plan-and-deploy/system-requirements',
    );
  });
});

describe('runCommand(id, commands) does what a menu item stands for', () => {
  it('opens and closes windows', async () => {
    await runCommand('shell:new-window', commands);
    const opened = windows.all;
    expect(opened).toHaveLength(2);
    await runCommand('shell:close-window', commands);
    expect(windows.all).toEqual([window]);
    expect(fakeOf(window).isDestroyed()).toBe(false);
  });

  it('shows the licences, or says where they are', async () => {
    await runCommand('shell:open-licences', commands);
    expect(shell.openPath.mock.calls).toEqual([['/licences.txt']]);
    shell.openPath.mockResolvedValue('no viewer');
    await expect(runCommand('shell:open-licences', commands)).rejects.toThrow(
      'The file cannot be shown: no viewer. It is /licences.txt.',
    );
  });

  it('quits, shows what the program is, opens the log and links', async () => {
    await runCommand('shell:quit', commands);
    await runCommand('shell:show-about', commands);
    await runCommand('shell:open-log-folder', commands);
    await runCommand('link:system-requirements', commands);
    expect(
      [app.quit, app.showAboutPanel, shell.openPath, shell.openExternal].map(({ mock }) => mock.calls.length),
    ).toEqual([1, 1, 1, 1]);
  });
});
