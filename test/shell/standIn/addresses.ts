/**
 * Playwright cannot load an `app:` address. The page therefore lives at an https address of the same host under `.app.test`, and
 * everything that the program sees is translated back.
 */
const SUFFIX = '.app.test';

/** `app://dagwright/x` → `https://dagwright.app.test/x`; any other address stays. */
export function toBrowser(url: string): string {
  return url.replace(/^app:\/\/([^/?#]+)/i, (_, host: string) => `https://${host.toLowerCase()}${SUFFIX}`);
}

/** `https://dagwright.app.test/x` → `app://dagwright/x`; any other address stays. */
export function toShell(url: string): string {
  return url.replace(/^https:\/\/([^/?#]+)\.app\.test(?=[/?#]|$)/i, (_, host: string) => `app://${host}`);
}

/** The origin as Chromium writes it for a standard scheme; `null` for an opaque one. */
export function originOf(url: string): string {
  const { protocol, host, origin } = new URL(url);
  return protocol === 'app:' ? `app://${host}` : origin;
}
