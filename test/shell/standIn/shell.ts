import type { Shell } from 'electron';
import type { Notes } from './notes.ts';

/** What the program hands to the system's own programs: noted, never opened. */
export function standInShell(notes: Notes): Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> {
  return {
    openExternal: (url) => {
      notes.links.push(url);
      return Promise.resolve();
    },
    openPath: (path) => {
      notes.folders.push(path);
      return Promise.resolve('');
    },
    showItemInFolder: (path) => void notes.folders.push(path),
    beep: () => undefined,
  };
}
