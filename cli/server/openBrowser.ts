import { spawn } from 'node:child_process';

/** Asks the system to show an address. Where there is no browser nothing happens: the address is printed anyway. */
export function openBrowser(address: string): void {
  const [program, ...args] = opener(address);
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function opener(address: string): [string, ...string[]] {
  switch (process.platform) {
    case 'darwin':
      return ['open', address];
    case 'win32':
      return ['cmd', '/c', 'start', '""', address];
    default:
      return ['xdg-open', address];
  }
}
