import type { NativeTheme } from 'electron';
import { backgroundOf } from './windowOptions.ts';
import type { Windows } from './windows.ts';

/** Keeps what shows before a page has painted, and beside it while a window grows, to the look that is chosen. */
export function keepBackgrounds(theme: Pick<NativeTheme, 'on' | 'shouldUseDarkColors'>, windows: Windows): void {
  theme.on('updated', () => {
    const background = backgroundOf(theme.shouldUseDarkColors);
    for (const { browserWindow } of windows.all) browserWindow.setBackgroundColor(background);
  });
}
