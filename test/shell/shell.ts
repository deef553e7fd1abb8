import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import type { LaunchOptions, ShellApp } from './shellApp.ts';
import { launchStandIn, type StandInOptions } from './standIn/launch.ts';
import type { StandInShell } from './standIn/standInShell.ts';

interface Fixtures {
  /** An empty folder for the test's own files. */
  readonly folder: string;
  /** Faults that a test provokes. */
  readonly tolerated: RegExp[];
  /** Starts the desktop program. */
  readonly launch: (options?: LaunchOptions) => Promise<ShellApp>;
  /** Starts it under the stand-in, for what only a stand-in can do; such tests are tagged `@stand-in`. */
  readonly launchInStandIn: (options?: Omit<StandInOptions, 'browser'>) => Promise<StandInShell>;
}

export { expect };

/**
 * Every spec also fails on an error in the console, in the page or in main, on a dialog that nobody answered, on an answer that no dialog
 * asked for, and on a request that leaves the program.
 */
export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'dagwright-files-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  tolerated: async ({}, use) => use([]),

  launchInStandIn: async ({ browser, tolerated }, use) => {
    const shells: StandInShell[] = [];
    await use(async (options) => {
      const shell = await launchStandIn({ browser, ...options });
      shells.push(shell);
      return shell;
    });
    await settle(shells, tolerated);
  },

  launch: async ({ launchInStandIn }, use) => use(launchInStandIn),
});

async function settle(shells: readonly ShellApp[], tolerated: readonly RegExp[]): Promise<void> {
  const faults = shells.flatMap((shell) => shell.faults());
  const left = await Promise.all(shells.map(({ dialogs }) => dialogs.left()));
  await Promise.all(shells.map((shell) => shell.kill()));
  expect(faults.filter((fault) => !tolerated.some((pattern) => pattern.test(fault)))).toEqual([]);
  expect(left, 'answers that no dialog asked for').toEqual(left.map(() => 0));
}
