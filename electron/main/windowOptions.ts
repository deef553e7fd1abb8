import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';

interface Look {
  readonly preload: string;
  /** Where the window goes; Electron chooses where it is not given. */
  readonly bounds: Partial<Rectangle>;
  readonly dark: boolean;
  readonly packaged: boolean;
}

/** The page's own background, so that a window does not flash before the page is there. */
export const backgroundOf = (dark: boolean): string => (dark ? '#0e1318' : '#f4f5f7');

/**
 * Every window of the shell. What matters to safety is stated even where it is Electron's default: nothing then depends on
 * which defaults a version has, and a scanner reads it here.
 */
export function windowOptions({ preload, bounds, dark, packaged }: Look): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: 800,
    minHeight: 560,
    show: false,
    title: 'Dagwright',
    backgroundColor: backgroundOf(dark),
    webPreferences: {
      preload,
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
      devTools: !packaged,
    },
  };
}
