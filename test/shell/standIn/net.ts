import type { Net } from 'electron';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Notes } from './notes.ts';

/** The program's own requests: a file of the disk is read, anything else is noted as going outside and fails. */
export function standInNet(notes: Notes): Pick<Net, 'fetch' | 'isOnline' | 'online'> {
  return {
    online: false,
    isOnline: () => false,
    fetch: async (input) => {
      const url = String(typeof input === 'string' ? input : input.url);
      if (url.startsWith('file:')) return new Response(await readFile(fileURLToPath(url)));
      notes.requests.push({ url, outcome: 'outside' });
      throw new Error('net::ERR_INTERNET_DISCONNECTED');
    },
  };
}

/** Node's own ways to a network, as `net` above: noted, and failing. */
export function standInGlobals(notes: Notes) {
  const refuse = (url: unknown): never => {
    notes.requests.push({ url: String(url), outcome: 'outside' });
    throw new TypeError('fetch failed');
  };
  class WebSocket {
    constructor(url: unknown) {
      refuse(url);
    }
  }
  return { fetch: refuse, WebSocket: WebSocket as new (url: unknown) => never };
}
