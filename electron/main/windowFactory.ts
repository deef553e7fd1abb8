import type { BrowserWindow, NativeTheme, Screen } from 'electron';
import type { WindowMemory } from './windowMemory.ts';
import { windowOptions } from './windowOptions.ts';
import { placeWindow } from './windowPlacement.ts';

interface Options {
  readonly Window: new (...options: ConstructorParameters<typeof BrowserWindow>) => BrowserWindow;
  readonly screen: Pick<Screen, 'getPrimaryDisplay' | 'getAllDisplays'>;
  readonly nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>;
  readonly memory: Pick<WindowMemory, 'last'>;
  readonly preload: string;
  readonly packaged: boolean;
}

/** Makes windows: the first as the last one of the run before stood, further ones a step beside the one they come from. */
export function windowFactory({ Window, screen, nativeTheme, memory, preload, packaged }: Options) {
  return (beside: BrowserWindow | undefined): BrowserWindow => {
    const primary = screen.getPrimaryDisplay();
    const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    const areas = [primary, ...others].map(({ workArea }) => workArea);
    const { bounds, maximized } = placeWindow(areas, memory.last, beside?.getNormalBounds());
    const window = new Window(windowOptions({ preload, bounds, dark: nativeTheme.shouldUseDarkColors, packaged }));
    // It would show itself at once.
    if (maximized) window.once('ready-to-show', () => window.maximize());
    return window;
  };
}
