import { app, BrowserWindow, dialog, ipcMain, protocol } from 'electron';
import { fileURLToPath } from 'node:url';

// A program with a window and nothing that guards it, to show that the stand-in lets through what Electron would.
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);

void app.whenReady().then(() => {
  protocol.handle(
    'app',
    () => new Response('<title>Plain</title><h1>Plain</h1>', { headers: { 'content-type': 'text/html' } }),
  );
  ipcMain.handle('echo', (_event, message) => message);
  ipcMain.handle('ask', () => dialog.showMessageBox({ message: 'Well?', buttons: ['Yes'] }));
  ipcMain.handle('fail', () => {
    throw new Error('on purpose');
  });
  ipcMain.handle('fetch', () => fetch('https://example.invalid/from-main'));
  const window = new BrowserWindow({
    webPreferences: { preload: fileURLToPath(new URL('./preload.cjs', import.meta.url)) },
  });
  void window.loadURL('app://plain/');
});
