import type { OnBeforeRequestListenerDetails, WebRequest } from 'electron';

type Listener = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: { cancel?: boolean; redirectURL?: string }) => void,
) => void;

/** The filter in front of every request. */
export class StandInWebRequest implements Pick<WebRequest, 'onBeforeRequest'> {
  #listener: Listener | null = null;
  #patterns: readonly RegExp[] = [];

  onBeforeRequest(...args: unknown[]): void {
    const listener = args.at(-1) as Listener | null;
    const { urls = ['<all_urls>'] } = (args.length > 1 ? args[0] : {}) as { urls?: string[] };
    this.#listener = listener;
    this.#patterns = urls.map(patternOf);
  }

  /** Whether the program cancels a request. */
  async cancels(url: string, resourceType: string): Promise<boolean> {
    const listener = this.#listener;
    if (!listener || !this.#patterns.some((pattern) => pattern.test(url))) return false;
    const details = { url, resourceType, method: 'GET', id: 0 } as unknown as OnBeforeRequestListenerDetails;
    const response = await new Promise<{ cancel?: boolean }>((resolve) => listener(details, resolve));
    return response.cancel === true;
  }
}

/** Chromium's match patterns: a star stands for anything. */
function patternOf(pattern: string): RegExp {
  if (pattern === '<all_urls>' || pattern === '*://*/*') return /^/;
  const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${source}$`);
}
