import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import type { Machine } from './machine.ts';

type Members = 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors' | 'shouldUseInvertedColorScheme';

/** Light and dark: what the system says, and what the program asks for instead. */
export class StandInNativeTheme extends EventEmitter implements Pick<NativeTheme, Members> {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly #machine: Machine;
  #system: 'light' | 'dark';
  #source: NativeTheme['themeSource'] = 'system';

  constructor(machine: Machine) {
    super();
    this.#machine = machine;
    this.#system = machine.systemTheme;
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: NativeTheme['themeSource']) {
    if (source === this.#source) return;
    this.#source = source;
    void this.#apply();
  }

  get shouldUseDarkColors(): boolean {
    return (this.#source === 'system' ? this.#system : this.#source) === 'dark';
  }

  /** The user of the machine changes its look. */
  async setSystem(theme: 'light' | 'dark'): Promise<void> {
    this.#system = theme;
    await this.#apply();
  }

  async #apply(): Promise<void> {
    const colorScheme = this.shouldUseDarkColors ? 'dark' : 'light';
    this.emit('updated');
    const pages = [...this.#machine.windows].flatMap(({ webContents }) => webContents.page ?? []);
    await Promise.all(pages.map((page) => page.emulateMedia({ colorScheme })));
  }
}
