import type { Protocol } from 'electron';
import { decodedPath } from '../../system/decodedPath.ts';
import { findFile } from '../../system/findFile.ts';
import { securityHeaders } from '../../system/headers.ts';
import { contentType } from '../../system/resource.ts';
import { isOurs, SCHEME } from './origin.ts';

/** Makes `app:` an origin like https. Electron keeps the last call's list only, and takes it before it is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves the built page under `app://dagwright/`. */
export function serveApp(protocol: Pick<Protocol, 'handle'>, folder: string, fault: (error: unknown) => void): void {
  protocol.handle(SCHEME, async (request) => {
    try {
      return await answerRequest(request, folder);
    } catch (error) {
      fault(error);
      return plain(500, 'This cannot be read.');
    }
  });
}

/** Answers GET of the folder's own files, nothing else. */
export async function answerRequest(
  { method, url }: Pick<Request, 'method' | 'url'>,
  folder: string,
): Promise<Response> {
  if (method !== 'GET') return plain(405, 'Nothing can be changed here.', { Allow: 'GET' });
  const path = isOurs(url) ? decodedPath(new URL(url).pathname) : undefined;
  if (path === undefined) return plain(400, 'This is not an address.');
  const resource = await findFile(folder, path);
  if (!resource) return plain(404, 'There is nothing here.');
  return new Response(new Uint8Array(Buffer.from(resource.body)), {
    headers: { ...securityHeaders('none'), 'Content-Type': contentType(resource.type) },
  });
}

function plain(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(`${message}\n`, {
    status,
    headers: { ...securityHeaders('none'), 'Content-Type': contentType('text/plain'), ...headers },
  });
}
