import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'electron';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What is shipped, as it lies about the built main script (dist/electron/main.js). */
export const shipped = {
  preload: here('./preload.cjs'),
  page: here('../app'),
  examples: here('../../examples'),
} as const;

/** The licences of what the program contains: beside its archive, where the system's viewer can open them, or where the build put them. */
export const licencesFile = ({ resourcesPath }: Pick<NodeJS.Process, 'resourcesPath'>, packaged: boolean): string =>
  packaged ? join(resourcesPath, 'licenses/third-party.txt') : here('../licenses/third-party.txt');

/** Names the program and, where somebody asks for it, moves its data. It must come before anything that reads either. */
export function nameProgram(
  app: Pick<App, 'setName' | 'setPath' | 'setAppUserModelId' | 'commandLine'>,
  { env, platform }: Pick<NodeJS.Process, 'env' | 'platform'>,
): void {
  app.setName('Dagwright');
  // As the installer names it, so that Windows keeps windows, pins and recent files together.
  if (platform === 'win32') app.setAppUserModelId('dagwright.desktop');
  // Chromium's own switch, which Electron has not heeded in every version.
  const folder = env['DAGWRIGHT_USER_DATA'] || app.commandLine.getSwitchValue('user-data-dir');
  if (folder) app.setPath('userData', resolve(folder));
}

/** Where the program keeps what it remembers. */
export function userData(app: Pick<App, 'getPath'>) {
  const folder = app.getPath('userData');
  return {
    folder,
    recent: join(folder, 'recent.json'),
    recovery: join(folder, 'recovery'),
    versions: join(folder, 'versions'),
    windowState: join(folder, 'window-state.json'),
    logs: join(folder, 'logs'),
  } as const;
}
