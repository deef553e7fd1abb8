import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { decodedPath } from '../../system/decodedPath.ts';
import { findFile } from '../../system/findFile.ts';
import { securityHeaders } from '../../system/headers.ts';
import { contentType, type Resource } from '../../system/resource.ts';

export interface Site {
  /** The folder of the built page. */
  readonly folder: string;
  /** Further addresses by path, such as "/design"; undefined where there is nothing (any more). */
  readonly resource: (path: string) => Promise<Resource | undefined>;
}

/**
 * Answers GET and HEAD for one site on this machine. A request that names another host is refused, so that a foreign name that is
 * made to lead here (DNS rebinding) reads nothing. Other sites may link to the page, but load nothing from here.
 */
export function makeHandler(site: Site): RequestListener {
  return (request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      send(request, response, 500, { type: 'text/plain', body: `This cannot be served: ${message}\n` });
    });
  };
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refuse = (status: number, body: string): void =>
    send(request, response, status, { type: 'text/plain', body: `${body}\n` });
  if (!isOurs(request)) return refuse(403, 'This address answers on this machine only.');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return refuse(405, 'Nothing can be changed here.');
  }
  const path = decodedPath((request.url ?? '/').split(/[?#]/, 1)[0] ?? '');
  if (path === undefined) return refuse(400, 'This is not an address.');
  if (path !== '/' && isFromElsewhere(request)) return refuse(403, 'This address answers to its own page only.');
  const resource = (await site.resource(path)) ?? (await findFile(site.folder, path === '/' ? '/index.html' : path));
  if (!resource) return refuse(404, 'There is nothing here.');
  send(request, response, resource.status ?? 200, resource);
}

function isOurs({ headers, socket }: IncomingMessage): boolean {
  const port = socket.localPort;
  return ['127.0.0.1', 'localhost', '[::1]'].some((name) => headers.host?.toLowerCase() === `${name}:${port}`);
}

/** Whether a browser says that another site's page sends the request; what is no browser says nothing. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return headers.origin !== undefined && headers.origin !== `http://${headers.host}`;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { type, body, headers }: Resource,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...securityHeaders('self'),
    ...headers,
    'Content-Type': contentType(type),
    'Content-Length': bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
