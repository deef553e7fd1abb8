import { posix, win32 } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How the program was started, here or by somebody who started it a second time. */
export interface Launch {
  readonly argv: readonly string[];
  /** Where relative paths begin. */
  readonly workingDirectory: string;
  /** Electron as npm installs it is told the program's folder first; a packaged program is not. */
  readonly packaged: boolean;
  readonly platform: NodeJS.Platform;
}

/** Electron's own flags whose value is a word of its own; Chromium's write it behind an equals sign. */
const flagsWithValue: ReadonlySet<string> = new Set(['-r', '--require']);

/** The files that a command line names: absolute, each once, in its order. Whether they are there is not asked. */
export function launchFiles({ argv, workingDirectory, packaged, platform }: Launch): string[] {
  const words = wordsOf(argv.slice(1), platform);
  const files = packaged ? words : words.slice(1);
  return [...new Set(files.map((file) => filePath(file, workingDirectory, platform)))];
}

/** The absolute path of a file that is named by a path or, as Linux desktops do, by a `file:` address. */
export function filePath(name: string, workingDirectory: string, platform: NodeJS.Platform): string {
  const paths = platform === 'win32' ? win32 : posix;
  return paths.resolve(workingDirectory, /^file:/i.test(name) ? pathOfAddress(name, platform) : name);
}

/** What is left of a command line without flags; everything after `--` is meant literally. */
function wordsOf(args: readonly string[], platform: NodeJS.Platform): string[] {
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  const literal = end < 0 ? [] : args.slice(end + 1);
  const words = before.filter((arg, index) => !isFlag(arg, platform) && !flagsWithValue.has(before[index - 1] ?? ''));
  return [...words, ...literal].filter((word) => word !== '');
}

/** Also macOS' `-psn_…`, and `/prefetch:1` and its like on Windows. */
function isFlag(arg: string, platform: NodeJS.Platform): boolean {
  return arg.startsWith('-') || (platform === 'win32' && /^\/[\w-]+(?::|$)/.test(arg));
}

/** An address that names no file of this system is taken as it stands; that there is no such file is said when it is opened. */
function pathOfAddress(address: string, platform: NodeJS.Platform): string {
  try {
    return fileURLToPath(address, { windows: platform === 'win32' });
  } catch {
    return address;
  }
}
