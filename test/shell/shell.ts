import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { launchElectron } from './realElectron/launch.ts';
import type { LaunchOptions, ShellApp } from './shellApp.ts';
import { launchStandIn, type StandInOptions } from './standIn/launch.ts';
import type { StandInShell } from './standIn/standInShell.ts';

export interface ProgramOption {
  /** What the specs run against. */
  readonly program: 'stand-in' | 'electron';
}

interface Fixtures {
  /** An empty folder for the test's own files; the program's own data lies in its `userData`. */
  readonly folder: string;
  /** Faults that a test provokes on purpose. */
  readonly tolerated: RegExp[];
  /** Every program of this test, so that it is looked at and ended. */
  readonly shells: ShellApp[];
  /** Starts the desktop program. */
  readonly launch: (options?: LaunchOptions) => Promise<ShellApp>;
  /** Starts it under the stand-in, for what only a stand-in can do; such tests are tagged `@stand-in`. */
  readonly launchInStandIn: (options?: Omit<StandInOptions, 'browser' | 'home'>) => Promise<StandInShell>;
}

export { expect };

/**
 * Every spec also fails on an error in the console, in the page or in main, on a dialog that nobody answered, on an answer that no dialog
 * asked for, and on a request that leaves the program.
 */
export const test = base.extend<Fixtures, ProgramOption>({
  program: ['stand-in', { option: true, scope: 'worker' }],

  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'dagwright-shell-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },

  tolerated: async ({}, use) => use([]),

  shells: async ({ tolerated }, use) => {
    const shells: ShellApp[] = [];
    await use(shells);
    const faults = (await Promise.all(shells.map((shell) => shell.faults()))).flat();
    const left = await Promise.all(shells.map(({ dialogs }) => dialogs.left()));
    await Promise.all(shells.map((shell) => shell.kill()));
    expect(faults.filter((fault) => !tolerated.some((pattern) => pattern.test(fault)))).toEqual([]);
    expect(left, 'answers that no dialog asked for').toEqual(left.map(() => 0));
  },

  launchInStandIn: async ({ browser, folder, shells }, use) => {
    await use(async (options) => {
      const shell = await launchStandIn({ browser, home: folder, ...options });
      shells.push(shell);
      return shell;
    });
  },

  launch: async ({ program, folder, shells, launchInStandIn }, use) => {
    await use(async (options) => {
      if (program === 'stand-in') return launchInStandIn(options);
      const shell = await launchElectron({ userData: join(folder, 'userData'), ...options });
      shells.push(shell);
      return shell;
    });
  },
});
