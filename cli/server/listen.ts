import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callError } from '../callError.ts';

const DEFAULT_PORT = 4310;
const TRIES = 20;
const HOST = '127.0.0.1';

/** A request of the page is small and comes at once; whoever sends slowly, reads slowly or opens many connections is let go. */
const limits: ServerOptions = {
  maxHeaderSize: 16_384,
  headersTimeout: 3_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
};
const IDLE_MS = 30_000;
const MAX_CONNECTIONS = 256;

/**
 * Listens on this machine only.
 * @param port the port that was asked for; not given: the usual one, so that what the browser keeps for the page is found again, or
 * the next that is free
 * @throws CallError when the port that was asked for is taken
 */
export async function listen(
  handler: RequestListener,
  port: number | undefined,
): Promise<{ server: Server; port: number }> {
  if (port !== undefined) return tryPort(handler, port);
  for (let next = DEFAULT_PORT; next < DEFAULT_PORT + TRIES; next++) {
    try {
      return await tryPort(handler, next);
    } catch {
      continue;
    }
  }
  return tryPort(handler, 0);
}

function tryPort(handler: RequestListener, port: number): Promise<{ server: Server; port: number }> {
  const server = createServer(limits, handler).setTimeout(IDLE_MS);
  server.maxConnections = MAX_CONNECTIONS;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal(port, error)));
    server.listen(port, HOST, () => resolve({ server, port: (server.address() as AddressInfo).port }));
  });
}

function refusal(port: number, error: NodeJS.ErrnoException): Error {
  const reason =
    error.code === 'EADDRINUSE'
      ? 'another program listens there'
      : error.code === 'EACCES'
        ? 'it is reserved'
        : error.message;
  return callError(
    '',
    `Port ${port} cannot be used: ${reason}. Give another with --port, or none.`,
    'a free port',
    String(port),
  );
}
