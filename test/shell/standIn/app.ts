import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { AboutPanelOptionsOptions, App } from 'electron';
import { emitCancellable, emitPlain } from './events.ts';
import type { Machine } from './machine.ts';
import { claimInstance, type Instance, type Start } from './singleInstance.ts';

type Members =
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'commandLine'
  | 'enableSandbox'
  | 'exit'
  | 'focus'
  | 'getAppPath'
  | 'getLocale'
  | 'getName'
  | 'getPath'
  | 'getVersion'
  | 'hide'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'releaseSingleInstanceLock'
  | 'requestSingleInstanceLock'
  | 'setAboutPanelOptions'
  | 'setAppUserModelId'
  | 'setAppLogsPath'
  | 'setDesktopName'
  | 'setName'
  | 'setPath'
  | 'show'
  | 'showAboutPanel'
  | 'whenReady';

type PathName = Parameters<App['getPath']>[0];

/** The program itself: readiness, quitting, single instance, paths. */
export class StandInApp extends EventEmitter implements Pick<App, Members> {
  name = 'Electron';
  readonly isPackaged: boolean;
  readonly commandLine: App['commandLine'];
  readonly #machine: Machine;
  readonly #paths = new Map<PathName, string>();
  readonly #ready: Promise<void>;
  #makeReady = (): void => undefined;
  #isReady = false;
  #quitting = false;
  #gone = false;
  #instance: Instance | undefined;

  constructor(machine: Machine) {
    super();
    this.#machine = machine;
    this.isPackaged = machine.isPackaged;
    this.#ready = new Promise((resolve) => (this.#makeReady = resolve));
    this.commandLine = commandLine(machine.argv);
  }

  /** Electron is ready once main has been evaluated to its end. */
  becomeReady(): void {
    if (this.#gone) return;
    emitPlain(this, 'will-finish-launching');
    this.#isReady = true;
    emitPlain(this, 'ready', {}, {});
    this.#makeReady();
  }

  get isGone(): boolean {
    return this.#gone;
  }

  whenReady = (): Promise<void> => this.#ready;
  isReady = (): boolean => this.#isReady;

  quit(): void {
    if (this.#quitting || this.#gone) return;
    this.#quitting = true;
    if (emitCancellable(this, 'before-quit')) this.#quitting = false;
    else if (this.#machine.windows.size === 0) this.#shutDown();
    else for (const window of [...this.#machine.windows]) window.close();
  }

  exit(exitCode = 0): void {
    if (this.#gone) return;
    for (const window of [...this.#machine.windows]) window.destroy();
    this.#end(exitCode);
  }

  /** A window stays open, be it by its close event or by its page: what was to quit does not. */
  closeCancelled(): void {
    this.#quitting = false;
  }

  /** The last window is gone. */
  allClosed(): void {
    if (this.#gone) return;
    if (this.#quitting) this.#shutDown();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  /** Ends it as a power cut does. */
  drop(): void {
    this.#gone = true;
    this.#instance?.release();
  }

  #shutDown(): void {
    if (emitCancellable(this, 'will-quit')) this.#quitting = false;
    else this.#end(0);
  }

  #end(exitCode: number): void {
    this.#gone = true;
    emitPlain(this, 'quit', {}, exitCode);
    this.#instance?.release();
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    const { argv, cwd } = this.#machine;
    const onSecond = (start: Start): void =>
      emitPlain(this, 'second-instance', {}, [...start.argv], start.cwd, start.additionalData);
    this.#instance ??= claimInstance(this.getPath('userData'), { argv, cwd, additionalData }, onSecond);
    return this.#instance !== undefined;
  }

  releaseSingleInstanceLock(): void {
    this.#instance?.release();
    this.#instance = undefined;
  }

  getName = (): string => this.name;
  setName(name: string): void {
    this.name = name;
  }
  getVersion = (): string => '0.1.0';
  getAppPath = (): string => this.#machine.appPath;
  getLocale = (): string => 'en-US';

  getPath(name: PathName): string {
    const { home } = this.#machine;
    if (name === 'logs') return this.#paths.get(name) ?? join(this.getPath('userData'), 'logs');
    if (name === 'userData') return this.#paths.get(name) ?? join(home, 'appData', this.name);
    return this.#paths.get(name) ?? join(home, name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name as PathName, path);
  }
  setAppLogsPath(path = join(this.getPath('userData'), 'logs')): void {
    this.#paths.set('logs', path);
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.#machine.notes.sandboxed = true;
  }

  addRecentDocument(path: string): void {
    this.#machine.notes.recentDocuments.push(path);
  }
  clearRecentDocuments(): void {
    this.#machine.notes.recentDocuments.length = 0;
  }

  setAboutPanelOptions(_options: AboutPanelOptionsOptions): void {
    // Kept by the system; what is shown there is not the program's to draw.
  }
  showAboutPanel(): void {
    this.#machine.notes.about += 1;
  }

  setAppUserModelId(_id: string): void {
    // For the task bar of Windows, which is not there.
  }
  setDesktopName(_name: string): void {
    // For the task bar of Linux, which is not there.
  }
  focus(): void {
    // The stand-in has no other programs to come before.
  }
  show(): void {
    // As `focus`.
  }
  hide(): void {
    // As `focus`.
  }
}

function commandLine(argv: readonly string[]): App['commandLine'] {
  const switches = new Map(
    argv
      .filter((arg) => arg.startsWith('--'))
      .map((arg) => [arg.slice(2).split('=')[0] ?? '', arg.split('=')[1] ?? '']),
  );
  return {
    appendArgument: () => undefined,
    appendSwitch: (name, value = '') => void switches.set(name, value),
    getSwitchValue: (name) => switches.get(name) ?? '',
    hasSwitch: (name) => switches.has(name),
    removeSwitch: (name) => void switches.delete(name),
  };
}
