import { fileURLToPath } from 'node:url';
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, nativeTheme, protocol } from 'electron';
import { documentRequests } from './documentRequests.ts';
import { fileDialogs } from './fileDialogs.ts';
import { designFiles } from './files/designFiles.ts';
import { fileKey } from './files/fileKey.ts';
import { recentFiles } from './files/recentFiles.ts';
import { Handles } from './handles.ts';
import { ipcGuard } from './ipcGuard.ts';
import { OpenFiles } from './openFiles.ts';
import { START_ADDRESS } from './origin.ts';
import { registerScheme, serveApp } from './protocol.ts';
import { windowOptions } from './windowOptions.ts';
import { Windows } from './windows.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const log = { note: console.error, fault: console.error };

app.setName('Dagwright');
const userData = process.env['DAGWRIGHT_USER_DATA'];
if (userData) app.setPath('userData', userData);
app.enableSandbox();
registerScheme(protocol);

void app.whenReady().then(start);

// Electron is ready only after this module has run, so that waiting for it here would wait for ever.
function start(): void {
  serveApp(protocol, here('../app'), log.fault);

  const folder = app.getPath('userData');
  const windows = new Windows(
    () =>
      new BrowserWindow(
        windowOptions({
          preload: here('./preload.cjs'),
          bounds: {},
          dark: nativeTheme.shouldUseDarkColors,
          packaged: app.isPackaged,
        }),
      ),
    START_ADDRESS,
  );

  const answer = ipcGuard({
    ipcMain,
    windowOf: (contents) => windows.of(contents),
    log,
    logFolder: join(folder, 'logs'),
  });
  documentRequests(answer, {
    files: designFiles({ versionsFolder: join(folder, 'versions'), report: log.note }),
    recent: recentFiles({ file: join(folder, 'recent.json'), now: () => new Date().toISOString() }),
    handles: new Handles(),
    dialogs: fileDialogs(dialog),
    openFiles: new OpenFiles(windows, (path) => fileKey(path, fs)),
    isFile: async (path) => (await fs.stat(path)).isFile(),
    used: (path) => app.addRecentDocument(path),
  });
  windows.open();
}
