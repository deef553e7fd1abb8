import { expect, it } from 'vitest';
import { windowOptions } from '../../electron/main/windowOptions.ts';

const look = { preload: '/p.cjs', bounds: { width: 900, height: 600 }, dark: false, packaged: true };

it('windowOptions(look) states every option that safety rests on', () => {
  expect(windowOptions(look).webPreferences).toEqual({
    preload: '/p.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
});

it('windowOptions(look) allows developers’ tools only where the program is not packaged', () => {
  expect(windowOptions({ ...look, packaged: false }).webPreferences?.devTools).toBe(true);
});

it('windowOptions(look) shows a window when there is something to see, on the page’s own background', () => {
  expect(windowOptions(look)).toMatchObject({ show: false, width: 900, height: 600, backgroundColor: '#f4f5f7' });
  expect(windowOptions({ ...look, dark: true }).backgroundColor).toBe('#0e1318');
});
