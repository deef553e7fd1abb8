import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, Platform, type Configuration } from 'electron-builder';
import config from '../../build/electron-builder.config.mjs';
import { drawIcons } from '../../build/icons.mjs';
import { inRoot, root } from '../../build/paths.mjs';

export interface Packed {
  /** The unpacked program, as it would lie on the user's disk. */
  readonly folder: string;
  /** What the tool that makes the Debian package would be called with; it has to be downloaded. */
  readonly deb: readonly string[];
  /** The entry in the desktop's menu that an AppImage would bring. */
  readonly appImage: { readonly desktop: string; readonly desktopFileName: string };
}

/**
 * Packs the built program for Linux around a stub of Electron: an empty program with room for the fuses. What Debian asks for and
 * package.json does not state is made up.
 * @param output an empty folder
 */
export async function pack(output: string): Promise<Packed> {
  if (!existsSync(inRoot('dist/licenses'))) throw new Error('The program is not built: npm run build.');
  await drawIcons();
  const handed: { deb: string[]; appImage?: Packed['appImage'] } = { deb: [] };
  const own = structuredClone<Configuration>(config);
  await build({
    targets: Platform.LINUX.createTarget(['AppImage', 'deb']),
    projectDir: root,
    publish: 'never',
    config: {
      ...own,
      electronDist: stubElectron(join(output, 'electron')),
      directories: { ...own.directories, output },
      deb: { ...own.deb, maintainer: 'Somebody <somebody@example.com>' },
      extraMetadata: { ...(own.extraMetadata as object), homepage: 'https://example.com' },
    },
    effectiveOptionComputed: (options: [string[], string] | Packed['appImage']) => {
      if (Array.isArray(options)) [handed.deb] = options;
      else handed.appImage = options;
      return Promise.resolve(true);
    },
  });
  if (!handed.appImage) throw new Error('No AppImage was prepared.');
  return { folder: join(output, 'linux-unpacked'), deb: handed.deb, appImage: handed.appImage };
}

/** What @electron/fuses looks for in the binary: the mark, a version, the number of fuses, and each fuse as it is delivered. */
const fuses = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0009100111011';

function stubElectron(folder: string): string {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true });
  for (const language of ['de', 'en-US', 'fr']) writeFileSync(join(folder, 'locales', `${language}.pak`), '');
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\nexit 0\n${fuses}`);
  chmodSync(join(folder, 'electron'), 0o755);
  return folder;
}
