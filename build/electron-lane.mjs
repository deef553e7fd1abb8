import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { nodeObstacle } from './desktop-obstacles.mjs';
import { electronBinary } from './electron-binary.mjs';

/**
 * Whether the shell's specs can run in Electron itself. Nothing is fetched for them.
 * @returns {{ obstacle: string } | { command: string[] }} why not, or what stands in front of the command: a virtual display where there is
 * no other
 */
export function electronLane() {
  const obstacle = nodeObstacle(process.versions.node);
  if (obstacle) return { obstacle };
  if (!existsSync(electronBinary())) return { obstacle: "Electron's binary is not here" };
  const hasDisplay = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (hasDisplay) return { command: [] };
  return onPath('xvfb-run') ? { command: ['xvfb-run', '-a'] } : { obstacle: 'there is no display, nor xvfb-run' };
}

function onPath(/** @type {string} */ name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)));
}
