import { mkdir } from 'node:fs/promises';
import type { App, Shell } from 'electron';
import { linkAddress } from './links.ts';
import { commands, LINK_PREFIX } from './menuModel.ts';
import { ShellError } from './shellError.ts';
import type { Windows } from './windows.ts';

interface Options {
  readonly app: Pick<App, 'quit' | 'showAboutPanel'>;
  readonly shell: Pick<Shell, 'openExternal' | 'openPath'>;
  readonly windows: Windows;
  readonly logFolder: string;
  readonly licencesFile: string;
}

/** What the shell does by itself, for the menu and for the page alike. */
export interface ShellCommands {
  readonly newWindow: () => void;
  readonly closeWindow: () => void;
  readonly showAbout: () => void;
  readonly quit: () => void;
  readonly openLink: (name: string) => Promise<void>;
  readonly openLogFolder: () => Promise<void>;
  readonly openLicences: () => Promise<void>;
}

export function shellCommands({ app, shell, windows, logFolder, licencesFile }: Options): ShellCommands {
  async function show(what: string, path: string): Promise<void> {
    const problem = await shell.openPath(path);
    if (problem !== '') throw new ShellError(`The ${what} cannot be shown: ${problem}. It is ${path}.`);
  }

  return {
    newWindow: () => void windows.open(),
    closeWindow: () => windows.current?.browserWindow.close(),
    showAbout: () => app.showAboutPanel(),
    quit: () => app.quit(),
    openLink: async (name) => {
      const address = linkAddress(name);
      await shell.openExternal(address).catch((error: unknown) => {
        throw new ShellError(`The browser cannot be opened. The address is ${address}.`, { cause: error });
      });
    },
    openLogFolder: async () => {
      await mkdir(logFolder, { recursive: true });
      await show('folder', logFolder);
    },
    openLicences: () => show('file', licencesFile),
  };
}

/** Does what a menu item with this id stands for. */
export async function runCommand(id: string, verbs: ShellCommands): Promise<void> {
  if (id.startsWith(LINK_PREFIX)) return verbs.openLink(id.slice(LINK_PREFIX.length));
  const command = Object.entries(commands).find(([, each]) => each === id)?.[0] as keyof typeof commands | undefined;
  if (command) await verbs[command]();
}
