import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'electron';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What is shipped, as it lies about the built main script (dist/electron/main.js). */
export const shipped = {
  preload: here('./preload.cjs'),
  page: here('../app'),
  examples: here('../../examples'),
} as const;

/** Names the program and, where a test asks for it, moves its data. It must come before anything that reads either. */
export function nameProgram(
  app: Pick<App, 'setName' | 'setPath' | 'setAppUserModelId'>,
  { env, platform }: Pick<NodeJS.Process, 'env' | 'platform'>,
): void {
  app.setName('Dagwright');
  // As the installer names it, so that Windows keeps windows, pins and recent files together.
  if (platform === 'win32') app.setAppUserModelId('dagwright.desktop');
  const folder = env['DAGWRIGHT_USER_DATA'];
  if (folder) app.setPath('userData', folder);
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
