import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { FileHandle } from '../../renderer/host/host.ts';

/**
 * The files that windows may name. A page holds a random id in place of a path; the id is good only in the window that it
 * was issued to, and only while that window is open.
 */
export class Handles {
  readonly #paths = new Map<number, Map<string, string>>();

  /** The handle of a path in a window; the same one for the same path. */
  issue(window: number, path: string): FileHandle {
    const paths = this.#paths.get(window) ?? new Map<string, string>();
    this.#paths.set(window, paths);
    const known = [...paths].find(([, each]) => each === path)?.[0];
    const id = known ?? randomUUID();
    paths.set(id, path);
    return { id, name: basename(path) };
  }

  /** The path behind a handle; undefined for one that this window was never given. */
  pathOf(window: number, id: string): string | undefined {
    return this.#paths.get(window)?.get(id);
  }

  /** Forgets every handle of a window. */
  release(window: number): void {
    this.#paths.delete(window);
  }
}
