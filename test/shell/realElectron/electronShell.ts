import { spawn } from 'node:child_process';
import type { ElectronApplication, Page } from '@playwright/test';
import type * as Electron from 'electron';
import { root } from '../../../build/paths.mjs';
import { dropFile } from '../dropFile.ts';
import type { Bounds, Copied, DialogScript, HandedOut, MenuEntry, ShellApp, WindowState } from '../shellApp.ts';
import { KEPT, type Answer, type Kept } from './fakes.ts';

interface Start {
  readonly executablePath: string;
  readonly userData: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** The program in Electron itself. */
export class ElectronShell implements ShellApp {
  readonly kind = 'electron';
  readonly userData: string;
  readonly #app: ElectronApplication;
  readonly #start: Start;
  readonly #pageFaults: string[] = [];
  #running = true;

  constructor(app: ElectronApplication, start: Start) {
    this.#app = app;
    this.#start = start;
    this.userData = start.userData;
    app.on('close', () => (this.#running = false));
    app.windows().forEach((page) => this.#watch(page));
    app.on('window', (page) => this.#watch(page));
  }

  readonly dialogs: DialogScript = {
    open: (paths) => this.#answer({ kind: 'open', paths }),
    save: (path) => this.#answer({ kind: 'save', path }),
    press: (button) => this.#answer({ kind: 'message', button }),
    asked: async () => (await this.#kept()).asked,
    left: async () => (this.#running ? (await this.#kept()).answers.length : 0),
  };

  #watch(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.#pageFaults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.#pageFaults.push(`page: ${error.message}`));
    page.on('request', (request) => {
      if (!/^(app|blob|data|devtools):/.test(request.url())) this.#pageFaults.push(`request to ${request.url()}`);
    });
  }

  #kept(): Promise<Kept> {
    return this.#app.evaluate((_, name) => Reflect.get(globalThis, name) as Kept, KEPT);
  }

  #answer(answer: Answer): Promise<void> {
    return this.#app.evaluate((_, [name, given]) => void (Reflect.get(globalThis, name) as Kept).answers.push(given), [
      KEPT,
      answer,
    ] as const);
  }

  windows = (): readonly Page[] => this.#app.windows();
  firstWindow = (): Promise<Page> => this.#app.firstWindow();

  async newWindow(act: () => Promise<unknown>): Promise<Page> {
    const opened = this.#app.waitForEvent('window');
    await act();
    return opened;
  }

  async #in<R>(page: Page, look: (window: Electron.BrowserWindow) => R): Promise<R> {
    const window = await this.#app.browserWindow(page);
    return await window.evaluate(look);
  }

  stateOf(page: Page): Promise<WindowState> {
    return this.#in(page, (window) => ({
      title: window.getTitle(),
      focused: window.isFocused(),
      minimized: window.isMinimized(),
      maximized: window.isMaximized(),
      edited: window.isDocumentEdited(),
      bounds: window.getBounds(),
    }));
  }

  close = (page: Page): Promise<void> => this.#in(page, (window) => window.close());
  focus = (page: Page): Promise<void> => this.#in(page, (window) => window.focus());
  async moveTo(page: Page, bounds: Bounds): Promise<void> {
    const window = await this.#app.browserWindow(page);
    await window.evaluate((each: Electron.BrowserWindow, to: Bounds) => each.setBounds(to), bounds);
  }

  menu(): Promise<readonly MenuEntry[]> {
    return this.#app.evaluate(({ Menu }) => {
      const entries = (items: readonly Electron.MenuItem[], above: readonly string[]): MenuEntry[] =>
        items
          .filter(({ visible, type }) => visible && type !== 'separator')
          .flatMap(({ label, enabled, checked, accelerator, role, submenu }) => {
            const path = [...above, label.replace(/&(.)/g, '$1')];
            const text = accelerator ? { accelerator: String(accelerator) } : {};
            return [{ path, enabled, checked, ...text, ...(role && { role }) }, ...entries(submenu?.items ?? [], path)];
          });
      return entries(Menu.getApplicationMenu()?.items ?? [], []);
    });
  }

  async choose(...path: readonly string[]): Promise<void> {
    await this.#app.evaluate(({ Menu, BrowserWindow }, labels) => {
      let items = Menu.getApplicationMenu()?.items ?? [];
      let found: Electron.MenuItem | undefined;
      for (const label of labels) {
        found = items.find((item) => item.visible && item.label.replace(/&(.)/g, '$1') === label);
        items = found?.submenu?.items ?? [];
      }
      if (!found?.enabled) throw new Error(`${labels.join(' › ')} is ${found ? 'disabled' : 'not in the menu'}`);
      const window = BrowserWindow.getFocusedWindow();
      // Electron declares `click` as a bare Function.
      (found.click as (event: object, window: unknown, contents: unknown) => void)({}, window, window?.webContents);
    }, path);
  }

  startAgain(args: readonly string[], cwd = this.#start.cwd): Promise<void> {
    const { executablePath, env } = this.#start;
    const child = spawn(executablePath, ['--no-sandbox', root, ...args], { cwd, env: { ...env }, stdio: 'ignore' });
    return new Promise((resolve, reject) => child.on('error', reject).on('exit', () => resolve()));
  }

  async openFile(path: string): Promise<void> {
    await this.#app.evaluate(({ app }, file) => {
      app.emit('open-file', { preventDefault: () => undefined }, file);
    }, path);
  }

  drop = dropFile;

  async setSystemTheme(colorScheme: 'light' | 'dark'): Promise<void> {
    await Promise.all(this.#app.windows().map((page) => page.emulateMedia({ colorScheme })));
  }

  async handedOut(): Promise<HandedOut> {
    const { links, folders, about } = await this.#kept();
    return { links, folders, about };
  }

  clipboard(): Promise<Copied> {
    return this.#app.evaluate(async ({ clipboard }) => {
      const [item] = await clipboard.read();
      const png = item?.types.includes('image/png') ? await item.getType('image/png') : undefined;
      const header = png && new DataView(await png.arrayBuffer());
      return {
        text: await clipboard.readText(),
        ...(header && { image: { width: header.getUint32(16), height: header.getUint32(20) } }),
      };
    });
  }

  async faults(): Promise<readonly string[]> {
    const inMain = this.#running ? (await this.#kept()).faults : [];
    return [...this.#pageFaults, ...inMain];
  }

  async quit(): Promise<void> {
    // The answer may be lost with the program.
    await this.#app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  }
  isRunning = (): boolean => this.#running;

  async kill(): Promise<void> {
    if (!this.#running) return;
    const gone = this.#app.waitForEvent('close');
    this.#app.process().kill('SIGKILL');
    await gone;
  }
}
