import type { CustomScheme, Protocol } from 'electron';

type Members = 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled';
type Handler = (request: GlobalRequest) => GlobalResponse | Promise<GlobalResponse>;

/** Schemes that the program answers itself. */
export class StandInProtocol implements Pick<Protocol, Members> {
  readonly privileged = new Map<string, NonNullable<CustomScheme['privileges']>>();
  readonly #handlers = new Map<string, Handler>();
  readonly #isReady: () => boolean;

  constructor(isReady: () => boolean) {
    this.#isReady = isReady;
  }

  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (this.#isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    // Each call replaces what stood before.
    this.privileged.clear();
    schemes.forEach(({ scheme, privileges = {} }) => this.privileged.set(scheme, privileges));
  }

  handle(scheme: string, handler: Handler): void {
    if (!this.#isReady()) throw new Error('protocol.handle can only be called after app is ready');
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  }

  unhandle(scheme: string): void {
    this.#handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this.#handlers.has(scheme);
  }

  /** The program's answer to a request; undefined where no handler has the scheme. */
  async answer(request: Request): Promise<Response | undefined> {
    const handler = this.#handlers.get(new URL(request.url).protocol.slice(0, -1));
    return await handler?.(request);
  }
}
