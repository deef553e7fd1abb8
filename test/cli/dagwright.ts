import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { vi } from 'vitest';

// Each test starts programs, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 30_000 });

export const root = resolve(import.meta.dirname, '../..');
/** The built command line; another build can be tested by naming it. */
export const program = process.env['DAGWRIGHT_PROGRAM'] ?? join(root, 'dist/cli/dagwright.js');
const sources = ['cli', 'system', 'planner', 'catalog', 'schemas'];

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line in a folder. */
export async function dagwright(args: readonly string[], folder: string, input = ''): Promise<Outcome> {
  const child = start(args, folder);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const [stdout, stderr, status] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ]);
  return { status, stdout, stderr };
}

/** Starts the built command line without waiting for it. */
export function start(args: readonly string[], folder: string): ChildProcess {
  return spawn(process.execPath, [program, ...args], { cwd: folder });
}

async function textOf(stream: AsyncIterable<Buffer> | null): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** An empty folder outside the clone. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'dagwright-test-'));
}

/** Builds the command line where it is missing or older than its sources; one test file builds, the others wait. */
export async function buildProgram(): Promise<void> {
  const lock = join(root, 'node_modules/.dagwright-cli-build');
  while (isStale()) {
    try {
      mkdirSync(lock);
    } catch {
      if (Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 60_000)
        rmSync(lock, { recursive: true });
      await wait(200);
      continue;
    }
    try {
      const vite = join(root, 'node_modules/vite/bin/vite.js');
      execFileSync(process.execPath, [vite, 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'error'], {
        cwd: root,
      });
    } finally {
      rmSync(lock, { recursive: true });
    }
  }
}

function isStale(): boolean {
  if (process.env['DAGWRIGHT_PROGRAM']) return false;
  if (!existsSync(program)) return true;
  const built = statSync(program).mtimeMs;
  return sources.some((source) => newest(join(root, source)) > built);
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
