import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { inRoot, root } from '../../../build/paths.mjs';
import type { LaunchOptions } from '../shellApp.ts';
import { StandInApp } from './app.ts';
import { DialogAnswers } from './dialogAnswers.ts';
import { standInElectron } from './electron.ts';
import { StandInIpcMain } from './ipcMain.ts';
import type { Machine, MachineOptions } from './machine.ts';
import { importMain } from './modules.ts';
import { StandInNativeTheme } from './nativeTheme.ts';
import { standInGlobals } from './net.ts';
import { Notes } from './notes.ts';
import { standInProcess } from './process.ts';
import { StandInScreen } from './screen.ts';
import { StandInSession } from './session.ts';
import { StandInShell } from './standInShell.ts';

export interface StandInOptions extends LaunchOptions {
  readonly browser: Browser;
  /** Where the system's folders lie, with the program's own data in `userData`. */
  readonly home: string;
  /** The main to run; the built one when not given. */
  readonly main?: string;
  readonly isPackaged?: boolean;
  readonly platform?: NodeJS.Platform;
  /** Pages of other sites, by address. */
  readonly internet?: Readonly<Record<string, string | { readonly redirect: string }>>;
  /** Files that the system asks for before the program is ready (macOS). */
  readonly openFiles?: readonly string[];
}

/** Runs a built main under the stand-in, from its evaluation to the moment that Electron would be ready. */
export async function launchStandIn(options: StandInOptions): Promise<StandInShell> {
  const { home, isPackaged = false, main = inRoot('dist/electron/main.js'), openFiles = [] } = options;
  const userData = options.userData ?? join(home, 'userData');
  await mkdir(userData, { recursive: true });
  const program = isPackaged ? [join(root, 'dagwright')] : [join(root, 'electron'), root];
  const parts = assemble({
    id: randomUUID(),
    browser: options.browser,
    home,
    isPackaged,
    appPath: root,
    platform: options.platform ?? process.platform,
    systemTheme: options.systemTheme ?? 'light',
    argv: [...program, ...(options.args ?? [])],
    cwd: options.cwd ?? home,
    internet: new Map(Object.entries(options.internet ?? {})),
  });
  const { machine, app, electron } = parts;
  const globals = { process: processOf(machine, app, userData), ...standInGlobals(machine.notes) };
  await importMain(main, machine.id, { electron, ...globals });
  for (const path of openFiles) app.emit('open-file', { preventDefault: () => undefined }, path);
  app.becomeReady();
  return new StandInShell(machine, userData, (args, cwd) => {
    const { cwd: usual, ...same } = options;
    const from = cwd ?? usual;
    return launchStandIn({ ...same, userData, args, ...(from !== undefined && { cwd: from }) });
  });
}

/** The parts know each other through the machine, which is therefore complete only once all of them are made. */
function assemble(options: MachineOptions) {
  const blank = { dialogs: new DialogAnswers(), notes: new Notes(), windows: new Set(), focused: null, menu: null };
  const machine = { ...options, ...blank } as unknown as Machine;
  const app = new StandInApp(machine);
  const ipcMain = new StandInIpcMain();
  const nativeTheme = new StandInNativeTheme(machine);
  const screen = new StandInScreen(machine);
  const session = new StandInSession(machine);
  Object.assign(machine, { app, ipcMain, nativeTheme, screen, session });
  return { machine, app, electron: standInElectron(machine, { app, ipcMain, nativeTheme, screen, session }) };
}

function processOf({ argv, cwd, platform }: Machine, app: StandInApp, userData: string): NodeJS.Process {
  return standInProcess({
    argv,
    cwd,
    platform,
    resourcesPath: join(root, 'resources'),
    env: { DAGWRIGHT_USER_DATA: userData },
    exit: (code) => app.exit(code),
  });
}
