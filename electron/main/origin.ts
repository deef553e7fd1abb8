/** The page's own scheme and host: `app://dagwright/` is the one origin that the shell serves, trusts and listens to. */
export const SCHEME = 'app';
export const HOST = 'dagwright';
export const START_ADDRESS = `${SCHEME}://${HOST}/index.html`;

/** Whether an address lies in our origin. It is judged as parsed: text that merely contains our address is no proof. */
export function isOurs(address: string): boolean {
  const url = parse(address);
  return url !== undefined && url.protocol === `${SCHEME}:` && url.host === HOST && !url.username && !url.password;
}

/** Whether an address is the page that windows show, whatever its fragment. */
export function isStart(address: string): boolean {
  return isOurs(address) && address.split('#', 1)[0] === START_ADDRESS;
}

/** An address in its parts; undefined for what is none. */
export function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
