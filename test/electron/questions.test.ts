import type { MessageBoxOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fileDialogs } from '../../electron/main/fileDialogs.ts';
import { questions } from '../../electron/main/questions.ts';
import { fakeWindows, openEdited } from './fakes.ts';

const dialog = {
  showMessageBox: vi.fn(),
  showMessageBoxSync: vi.fn(),
  showOpenDialog: vi.fn(),
  showSaveDialog: vi.fn(),
};
const asks = questions(dialog);
const windows = fakeWindows();
const window = openEdited(windows);

beforeEach(() => vi.resetAllMocks());

/** The options of the last box, and the window that it belongs to. */
function asked(box = dialog.showMessageBox): MessageBoxOptions {
  const [owner, options] = box.mock.lastCall as [unknown, MessageBoxOptions];
  expect(owner).toBe(window.browserWindow);
  return options;
}

describe('questions(dialog)', () => {
  it.each([
    [0, 'save'],
    [1, 'discard'],
    [2, 'cancel'],
  ])('before it closes a window offers to save: button %i is “%s”', async (response, answer) => {
    dialog.showMessageBox.mockResolvedValue({ response });
    expect(await asks.saveBeforeClosing(window)).toBe(answer);
    expect(asked()).toMatchObject({
      message: 'Save the changes to a.json?',
      buttons: ['Save', 'Don’t save', 'Cancel'],
      defaultId: 0,
      cancelId: 2,
    });
  });

  it.each([
    [0, true],
    [1, false],
  ])('waits for a page that hangs unless told otherwise: button %i closes: %s', async (response, close) => {
    dialog.showMessageBox.mockResolvedValue({ response });
    const { signal } = new AbortController();
    expect(await asks.closeUnresponsive(window, signal)).toBe(close);
    expect(asked()).toMatchObject({ buttons: ['Close the window', 'Wait'], defaultId: 1, cancelId: 1, signal });
    expect(asked().detail).toContain('recovery');
    await asks.closeUnresponsive(windows.open());
    expect((dialog.showMessageBox.mock.lastCall?.[1] as MessageBoxOptions).detail).not.toContain('recovery');
  });

  it.each([
    [0, 'reload'],
    [1, 'close'],
  ])('after a crash offers to load the page again: button %i is “%s”', async (response, answer) => {
    dialog.showMessageBox.mockResolvedValue({ response });
    expect(await asks.afterCrash(window)).toBe(answer);
    expect(asked()).toMatchObject({
      type: 'error',
      buttons: ['Load again', 'Close the window'],
      defaultId: 0,
      cancelId: 1,
    });
  });

  it.each([
    [0, true],
    [1, false],
  ])('stays on a page with unsaved work unless told otherwise: button %i leaves: %s', (response, leave) => {
    dialog.showMessageBoxSync.mockReturnValue(response);
    expect(asks.leavePage(window)).toBe(leave);
    expect(asked(dialog.showMessageBoxSync)).toMatchObject({ buttons: ['Leave', 'Stay'], defaultId: 1, cancelId: 1 });
  });
});

describe('fileDialogs(dialog)', () => {
  const dialogs = fileDialogs(dialog);
  const designs = { name: 'Dagwright designs', extensions: ['json', 'dagwright'] };
  const pictures = { name: 'Pictures that carry a design', extensions: ['svg', 'png'] };
  const anything = { name: 'All files', extensions: ['*'] };

  it('asks for one design to open', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/designs/a.json'] });
    expect(await dialogs.open(window)).toBe('/designs/a.json');
    expect(dialog.showOpenDialog.mock.calls).toEqual([
      [window.browserWindow, { properties: ['openFile'], filters: [designs, pictures, anything] }],
    ]);
  });

  it('begins to save where the design lies, under its name', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/designs/b.json' });
    expect(await dialogs.saveDesign(window, 'b.json')).toBe('/designs/b.json');
    expect(dialog.showSaveDialog.mock.calls).toEqual([
      [window.browserWindow, { defaultPath: '/designs/b.json', filters: [designs, anything] }],
    ]);
  });

  it('begins where the system thinks best with a design that lies nowhere yet', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/x/b.json' });
    await dialogs.saveDesign(windows.open(), 'b.json');
    expect(dialog.showSaveDialog.mock.lastCall?.[1]).toMatchObject({ defaultPath: 'b.json' });
  });

  it.each([
    ['a.svg', [{ name: 'SVG', extensions: ['svg'] }, anything]],
    ['a', [anything, anything]],
  ])('exports %s as what it is', async (name, filters) => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: `/x/${name}` });
    expect(await dialogs.exportTo(window, name)).toBe(`/x/${name}`);
    expect(dialog.showSaveDialog.mock.lastCall?.[1]).toMatchObject({ filters });
  });

  it('answers nothing when the user cancels', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] });
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    expect([
      await dialogs.open(window),
      await dialogs.saveDesign(window, 'a'),
      await dialogs.exportTo(window, 'a'),
    ]).toEqual([undefined, undefined, undefined]);
  });
});
