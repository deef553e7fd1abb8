import type { CommandLine, Session } from 'electron';
import { siteOf } from './contentGuard.ts';
import { isOurs, parse } from './origin.ts';

/** Names lead nowhere: not even a hint to look one up in advance leaves the machine. */
export function resolveNothing(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** Stops every request that is not for our own page, every download, and the spell checker, which fetches dictionaries. */
export function cutOff(
  session: Pick<Session, 'webRequest' | 'on' | 'setSpellCheckerEnabled'>,
  packaged: boolean,
  note: (message: string) => void,
): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !staysHere(url, packaged);
    if (cancel) note(`A request to ${siteOf(url)} was stopped.`);
    callback({ cancel });
  });
  session.on('will-download', (event, item) => {
    event.preventDefault();
    note(`A download from ${siteOf(item.getURL())} was refused.`);
  });
  session.setSpellCheckerEnabled(false);
}

/** Whether a request asks for nothing but our own page or what that holds in memory; developers' tools are of this machine too. */
export function staysHere(address: string, packaged: boolean): boolean {
  if (isOurs(address)) return true;
  switch (parse(address)?.protocol) {
    case 'data:':
      return true;
    case 'blob:':
      return isOurs(address.slice('blob:'.length));
    case 'devtools:':
      return !packaged;
    default:
      return false;
  }
}
