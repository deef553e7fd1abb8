import type { App, WebContents } from 'electron';
import { isStart, parse } from './origin.ts';

type Note = (message: string) => void;

/** Keeps everything that shows content to our own page: whatever leads elsewhere is refused and noted. */
export function guardContents(app: Pick<App, 'on'>, note: Note): void {
  app.on('web-contents-created', (_, contents) => guard(contents, note));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
  app.on('login', (event, _contents, _details, _info, callback) => {
    event.preventDefault();
    callback();
  });
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault();
    callback();
  });
}

function guard(contents: WebContents, note: Note): void {
  const refuse = (event: { preventDefault: () => void }, what: string, address: string): void => {
    event.preventDefault();
    note(`${what} to ${siteOf(address)} was refused.`);
  };
  contents.on('will-navigate', (details) => {
    if (!isStart(details.url)) refuse(details, 'A navigation', details.url);
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isStart(details.url)) refuse(details, 'A navigation', details.url);
  });
  contents.on('will-redirect', (details) => refuse(details, 'A redirection', details.url));
  contents.on('will-attach-webview', (event, _preferences, { src = '' }) => refuse(event, 'A web view', src));
  contents.setWindowOpenHandler(({ url }) => {
    note(`A window to ${siteOf(url)} was refused.`);
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** As much of an address as a log may hold: what follows the host may carry content of a design. */
export function siteOf(address: string): string {
  const url = parse(address);
  return url ? `${url.protocol}//${url.host}` : 'no address';
}
