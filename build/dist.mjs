import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { buildApp, isBuildStale } from './build-app.mjs';
import { nodeObstacle } from './desktop-obstacles.mjs';
import { electronBinary, fetchElectron } from './electron-binary.mjs';
import { hasDebianFields } from './electron-builder.config.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { inRoot, root } from './paths.mjs';

// `npm run dist`: the packages of this system, in dist/packages. Arguments go to electron-builder (`-- --linux dir`).
try {
  const obstacle = nodeObstacle(process.versions.node);
  if (obstacle) throw new Error(`No packages: ${obstacle}.`);
  ensureInstalled();
  if (!existsSync(electronBinary()) && !fetchElectron()) {
    throw new Error(
      'No packages: Electron could not be fetched from its release site (ELECTRON_MIRROR names a mirror).',
    );
  }
  if (isBuildStale()) buildApp();
  const { drawIcons } = await import('./icons.mjs');
  await drawIcons();
  if (process.platform === 'linux' && !hasDebianFields) {
    console.error(
      'No .deb: Debian asks for `homepage` and `author` with an address, which package.json does not state.',
    );
  }
  const builder = inRoot('node_modules/electron-builder/cli.js');
  const args = ['--config', 'build/electron-builder.config.mjs', '--publish', 'never', ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, [builder, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
