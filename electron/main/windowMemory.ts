import { readFile } from 'node:fs/promises';
import type { Rectangle } from 'electron';
import { writeFileAtomic } from '../../system/writeFileAtomic.ts';
import { codeOf } from '../../system/fileSystem.ts';
import type { WindowState } from './windowPlacement.ts';
import type { Windows } from './windows.ts';

const PAUSE_MS = 500;

/** Remembers how the last window stood that was moved, resized or closed. */
export class WindowMemory {
  readonly #file: string;
  readonly #fault: (error: unknown) => void;
  #last: WindowState | undefined;
  #written: WindowState | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string, fault: (error: unknown) => void) {
    this.#file = file;
    this.#fault = fault;
  }

  /** How a window last stood; undefined at the first start and where what was kept is damaged. */
  get last(): WindowState | undefined {
    return this.#last;
  }

  /** Reads what an earlier run kept. */
  async recall(): Promise<void> {
    try {
      this.#last = this.#written = stateOf(JSON.parse(await readFile(this.#file, 'utf8')));
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') this.#fault(error);
    }
  }

  watch(windows: Windows): void {
    windows.on('opened', ({ browserWindow }) => {
      let timer: NodeJS.Timeout | undefined;
      const moved = (): void => {
        this.#last = { bounds: browserWindow.getNormalBounds(), maximized: browserWindow.isMaximized() };
        clearTimeout(timer);
        timer = setTimeout(() => this.#write(), PAUSE_MS);
      };
      browserWindow.on('move', moved).on('resize', moved).on('maximize', moved).on('unmaximize', moved);
      browserWindow.once('closed', () => {
        clearTimeout(timer);
        this.#write();
      });
    });
  }

  /** Resolves when everything is on the disk. */
  settled(): Promise<void> {
    return this.#writing;
  }

  #write(): void {
    if (!this.#last || this.#last === this.#written) return;
    this.#written = this.#last;
    const text = `${JSON.stringify(this.#last)}\n`;
    this.#writing = this.#writing.then(() => writeFileAtomic(this.#file, text)).catch(this.#fault);
  }
}

function stateOf(value: unknown): WindowState | undefined {
  const { bounds, maximized } = value as Partial<WindowState>;
  return isRectangle(bounds) && typeof maximized === 'boolean' ? { bounds, maximized } : undefined;
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const sides = ['x', 'y', 'width', 'height'].map((side): unknown => Reflect.get(value, side));
  return sides.every((side) => Number.isSafeInteger(side)) && Number(sides[2]) > 0 && Number(sides[3]) > 0;
}
