import { mkdir } from 'node:fs/promises';
import { _electron } from '@playwright/test';
import { electronBinary } from '../../../build/electron-binary.mjs';
import { root } from '../../../build/paths.mjs';
import type { LaunchOptions } from '../shellApp.ts';
import { ElectronShell } from './electronShell.ts';
import { installFakes, KEPT } from './fakes.ts';

/** Starts the built program in Electron itself. */
export async function launchElectron(options: LaunchOptions & { readonly userData: string }): Promise<ElectronShell> {
  const { userData, args = [], cwd = root, systemTheme = 'light' } = options;
  await mkdir(userData, { recursive: true });
  const environment = { ...process.env, DAGWRIGHT_USER_DATA: userData };
  const env = Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => !!entry[1]));
  const executablePath = electronBinary();
  const app = await _electron.launch({ executablePath, args: [root, ...args], cwd, env, colorScheme: systemTheme });
  await app.evaluate(installFakes, KEPT);
  return new ElectronShell(app, { executablePath, userData, cwd, env });
}
