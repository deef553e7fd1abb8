import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesignWindow } from '../../electron/main/designWindow.ts';
import { documentRequests } from '../../electron/main/documentRequests.ts';
import type { FileDialogs } from '../../electron/main/fileDialogs.ts';
import type { DesignFiles } from '../../electron/main/files/designFiles.ts';
import type { RecentFiles } from '../../electron/main/files/recentFiles.ts';
import { Handles } from '../../electron/main/handles.ts';
import { OpenFiles } from '../../electron/main/openFiles.ts';
import { ShellError } from '../../electron/main/shellError.ts';
import type { Windows } from '../../electron/main/windows.ts';
import { fakeAnswer, fakeWindows } from './fakes.ts';

const PATH = '/designs/a.json';
const KNOWN = 'a'.repeat(64);

const files = {
  read: vi.fn<DesignFiles['read']>(),
  save: vi.fn<DesignFiles['save']>(),
  write: vi.fn<DesignFiles['write']>(),
  previous: vi.fn<DesignFiles['previous']>(),
};
const recent = {
  list: vi.fn<RecentFiles['list']>(),
  remember: vi.fn<RecentFiles['remember']>(),
  forget: vi.fn<RecentFiles['forget']>(),
  pathOf: vi.fn<RecentFiles['pathOf']>(),
};
const dialogs = {
  open: vi.fn<FileDialogs['open']>(),
  saveDesign: vi.fn<FileDialogs['saveDesign']>(),
  exportTo: vi.fn<FileDialogs['exportTo']>(),
};
const isRegularFile = vi.fn<(path: string) => Promise<boolean>>();
const used = vi.fn<(path: string) => void>();

let windows: Windows;
let window: DesignWindow;
let handles: Handles;
let ask: ReturnType<typeof fakeAnswer>['ask'];

beforeEach(() => {
  vi.resetAllMocks();
  files.read.mockImplementation((path) => Promise.resolve({ name: path.slice(9), text: '{}', picture: false }));
  files.save.mockResolvedValue({ outcome: 'saved' });
  windows = fakeWindows();
  window = windows.open();
  handles = new Handles();
  const openFiles = new OpenFiles(windows, (path) => Promise.resolve(path));
  const door = fakeAnswer();
  documentRequests(door.answer, { files, recent, handles, dialogs, openFiles, isRegularFile, used });
  ask = door.ask;
});

/** Another window that shows the file. */
function openElsewhere(path: string): DesignWindow {
  const other = windows.open();
  other.shown = { name: 'a.json', path, edited: false };
  window.focus();
  return other;
}

describe('opening', () => {
  it('answers with the text and a handle of the file that the user chose, never with its path', async () => {
    dialogs.open.mockResolvedValue(PATH);
    const opened = await ask('openDocument', {}, window);
    expect(opened).toMatchObject({ name: 'a.json', text: '{}', handle: { name: 'a.json' } });
    expect(JSON.stringify(opened)).not.toContain('designs');
    expect(handles.pathOf(window.id, opened?.handle?.id ?? '')).toBe(PATH);
    expect(recent.remember.mock.calls).toEqual([[PATH]]);
    expect(used.mock.calls).toEqual([[PATH]]);
  });

  it('answers nothing when the user cancels', async () => {
    dialogs.open.mockResolvedValue(undefined);
    expect(await ask('openDocument', {}, window)).toBeNull();
  });

  it('brings the window to the front that has the file open', async () => {
    const other = openElsewhere(PATH);
    dialogs.open.mockResolvedValue(PATH);
    expect(await ask('openDocument', {}, window)).toBeNull();
    expect(windows.current).toBe(other);
    expect(files.read).not.toHaveBeenCalled();
  });

  it('reads the file anew that the window itself has open', async () => {
    window.shown = { name: 'a.json', path: PATH, edited: false };
    dialogs.open.mockResolvedValue(PATH);
    expect(await ask('openDocument', {}, window)).toMatchObject({ text: '{}' });
  });

  it('says why a file cannot be read; the window is then as empty as before', async () => {
    dialogs.open.mockResolvedValue(PATH);
    files.read.mockRejectedValue(new ShellError('a.json is gone.'));
    await expect(ask('openDocument', {}, window)).rejects.toThrow('a.json is gone.');
    expect(window.isEmpty).toBe(true);
    expect(recent.remember).not.toHaveBeenCalled();
  });

  it('holds its window for the file until the page shows it', async () => {
    dialogs.open.mockResolvedValue(PATH);
    await ask('openDocument', {}, window);
    expect([window.opening, window.isEmpty]).toEqual([PATH, false]);
  });

  it('takes a recent file by its id', async () => {
    recent.pathOf.mockResolvedValue(PATH);
    expect(await ask('openRecent', { id: 'r1' }, window)).toMatchObject({ name: 'a.json' });
    expect(recent.pathOf.mock.calls).toEqual([['r1']]);
  });

  it('says when a recent file is no longer in the list', async () => {
    recent.pathOf.mockResolvedValue(undefined);
    await expect(ask('openRecent', { id: 'r1' }, window)).rejects.toThrow(ShellError);
  });

  it('takes a dropped file', async () => {
    isRegularFile.mockResolvedValue(true);
    expect(await ask('openDropped', { path: PATH }, window)).toMatchObject({ name: 'a.json' });
  });

  it.each([
    ['a folder or a device', () => Promise.resolve(false)],
    ['what is not there', () => Promise.reject(new Error('ENOENT'))],
  ])('takes no dropped thing that is %s', async (_title, answer) => {
    isRegularFile.mockImplementation(answer);
    await expect(ask('openDropped', { path: PATH }, window)).rejects.toThrow('a.json is no file');
    expect(files.read).not.toHaveBeenCalled();
  });

  it('gives the file that was offered to the window, once', async () => {
    window.offered = PATH;
    expect(await ask('takeOffered', {}, window)).toMatchObject({ name: 'a.json', text: '{}' });
    expect(await ask('takeOffered', {}, window)).toBeNull();
  });

  it('gives what the file held before it was last saved', async () => {
    files.previous.mockResolvedValue({ name: 'a (previous).json', text: '[]' });
    const { id } = handles.issue(window.id, PATH);
    expect(await ask('openPrevious', { handle: id }, window)).toEqual({ name: 'a (previous).json', text: '[]' });
    expect(files.previous.mock.calls).toEqual([[PATH]]);
    files.previous.mockResolvedValue(undefined);
    expect(await ask('openPrevious', { handle: id }, window)).toBeNull();
  });
});

describe('saving', () => {
  it('writes to the file that the handle stands for', async () => {
    const handle = handles.issue(window.id, PATH);
    const saved = await ask('saveDocument', { handle: handle.id, text: '{}', known: KNOWN }, window);
    expect(saved).toEqual({ outcome: 'saved', handle, name: 'a.json' });
    expect(files.save.mock.calls).toEqual([[PATH, '{}', KNOWN]]);
  });

  it('answers with what the file holds now where somebody else has changed it', async () => {
    files.save.mockResolvedValue({ outcome: 'conflict', theirs: '[]' });
    const { id } = handles.issue(window.id, PATH);
    const saved = await ask('saveDocument', { handle: id, text: '{}', known: KNOWN }, window);
    expect(saved).toEqual({ outcome: 'conflict', theirs: '[]' });
    expect(used).not.toHaveBeenCalled();
  });

  it.each(['saveDocument', 'openPrevious'] as const)('%s takes no handle of another window', async (request) => {
    const { id } = handles.issue(windows.open().id, PATH);
    await expect(ask(request, { handle: id, text: '{}', known: KNOWN }, window)).rejects.toThrow(ShellError);
    expect(files.save).not.toHaveBeenCalled();
  });

  it('writes to the file that the user chose under a new name, with a handle from then on', async () => {
    dialogs.saveDesign.mockResolvedValue('/designs/b.json');
    const saved = await ask('saveDocumentAs', { suggestedName: 'a.json', text: '{}' }, window);
    expect(saved).toMatchObject({ outcome: 'saved', name: 'b.json', handle: { name: 'b.json' } });
    expect(dialogs.saveDesign.mock.calls).toEqual([[window, 'a.json']]);
    expect(files.write.mock.calls).toEqual([['/designs/b.json', '{}']]);
    expect(used.mock.calls).toEqual([['/designs/b.json']]);
  });

  it('writes nothing when the user cancels', async () => {
    dialogs.saveDesign.mockResolvedValue(undefined);
    dialogs.exportTo.mockResolvedValue(undefined);
    expect(await ask('saveDocumentAs', { suggestedName: 'a.json', text: '' }, window)).toEqual({
      outcome: 'cancelled',
    });
    expect(await ask('exportFile', { suggestedName: 'a.svg', mediaType: 'image/svg+xml', text: '' }, window)).toBe(
      false,
    );
    expect(files.write).not.toHaveBeenCalled();
  });

  it('does not write over a file that another window has open', async () => {
    openElsewhere('/designs/b.json');
    dialogs.saveDesign.mockResolvedValue('/designs/b.json');
    const saving = ask('saveDocumentAs', { suggestedName: 'a.json', text: '{}' }, window);
    await expect(saving).rejects.toThrow('b.json is open in another window');
    expect(files.write).not.toHaveBeenCalled();
  });

  it('exports without remembering the file as a design', async () => {
    dialogs.exportTo.mockResolvedValue('/designs/a.svg');
    expect(
      await ask('exportFile', { suggestedName: 'a.svg', mediaType: 'image/svg+xml', text: '<svg/>' }, window),
    ).toBe(true);
    expect(files.write.mock.calls).toEqual([['/designs/a.svg', '<svg/>']]);
    expect(recent.remember).not.toHaveBeenCalled();
  });
});
