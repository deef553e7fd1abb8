import { EventEmitter } from 'node:events';
import type { BrowserContext, Download, Page } from '@playwright/test';
import type { Session } from 'electron';
import { toShell } from './addresses.ts';
import { emitCancellable } from './events.ts';
import type { ContentsPart, Machine } from './machine.ts';
import { routeRequests } from './network.ts';
import { permissionDoors } from './page/permissions.ts';
import { StandInProtocol } from './protocol.ts';
import { StandInWebRequest } from './webRequest.ts';

type Members =
  | 'setBluetoothPairingHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'
  | 'setUSBProtectedClassesHandler';

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];
type DeviceHandler = Parameters<Session['setDevicePermissionHandler']>[0];
type Permission = Parameters<NonNullable<RequestHandler>>[1];

/** What all windows share: requests, permissions, downloads. Behind it stands one browser context. */
export class StandInSession extends EventEmitter implements Pick<Session, Members> {
  readonly protocol: StandInProtocol;
  readonly webRequest = new StandInWebRequest();
  /** Addresses that a test loads whatever the program says to it. */
  readonly pastGuards = new Set<string>();
  readonly #machine: Machine;
  readonly #owners = new Map<Page, ContentsPart>();
  #context: Promise<BrowserContext> | undefined;
  #opening = 0;
  #requestHandler: RequestHandler = null;
  #checkHandler: CheckHandler = null;
  #deviceHandler: DeviceHandler = null;

  constructor(machine: Machine) {
    super();
    this.#machine = machine;
    this.protocol = new StandInProtocol(() => machine.app.isReady());
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#requestHandler = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#checkHandler = handler;
  }
  setDevicePermissionHandler(handler: DeviceHandler): void {
    this.#deviceHandler = handler;
  }
  setDisplayMediaRequestHandler(): void {
    // Without one, Electron refuses screen capture; the stand-in never grants it.
  }
  setBluetoothPairingHandler(): void {
    // As `setDisplayMediaRequestHandler`.
  }
  setUSBProtectedClassesHandler(): void {
    // As `setDisplayMediaRequestHandler`.
  }
  setSpellCheckerEnabled(_enable: boolean): void {
    // Windows say it for themselves; see `webPreferences.spellcheck`.
  }

  /** Whether a device may be used; Electron's default is no. */
  allowsDevice(deviceType: 'hid' | 'serial' | 'usb', origin: string): boolean {
    type Details = Parameters<NonNullable<DeviceHandler>>[0];
    return this.#deviceHandler?.({ deviceType, origin, device: {} } as Details) ?? false;
  }

  /** The browser context of all windows, for the stand-in itself. */
  context(): Promise<BrowserContext> {
    this.#context ??= this.#makeContext();
    return this.#context;
  }

  async #makeContext(): Promise<BrowserContext> {
    const { browser, nativeTheme } = this.#machine;
    const colorScheme = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
    const context = await browser.newContext({ serviceWorkers: 'block', colorScheme });
    await routeRequests(this.#machine, context, (page) => this.#owners.get(page));
    context.on('page', (page) => void this.#onPage(page));
    return context;
  }

  async newPage(context: BrowserContext, owner: ContentsPart): Promise<Page> {
    this.#opening += 1;
    const page = await context.newPage();
    this.#owners.set(page, owner);
    this.#opening -= 1;
    const binding = '__standInPermission';
    await page.exposeBinding(binding, (_, { permission, check }: { permission: Permission; check: boolean }) =>
      check ? this.#check(owner, permission) : this.#request(owner, permission),
    );
    await page.addInitScript(permissionDoors, binding);
    return page;
  }

  /** A page that no window asked for was opened by a page. */
  async #onPage(page: Page): Promise<void> {
    const opener = await page.opener();
    if (this.#owners.has(page) || (this.#opening > 0 && !opener)) return;
    const url = toShell(page.url());
    const { deniedPopups, openPopups } = this.#machine.notes;
    if (this.allowsPopup(url, opener ?? undefined)) openPopups.push(url);
    else {
      await page.close();
      deniedPopups.push(url);
    }
  }

  /** Whether a page may open a window at an address. Where Chromium does not name the page, the last one is asked. */
  allowsPopup(url: string, opener?: Page): boolean {
    const owner = (opener && this.#owners.get(opener)) ?? [...this.#owners.values()].at(-1);
    return owner?.mayOpen(url) ?? true;
  }

  #request(owner: ContentsPart, permission: Permission): Promise<boolean> {
    const handler = this.#requestHandler;
    // Electron grants everything that nobody has forbidden.
    if (!handler) return Promise.resolve(true);
    type Arguments = Parameters<typeof handler>;
    const details = { requestingUrl: owner.mainFrame.url, isMainFrame: true } as Arguments[3];
    return new Promise((resolve) => handler(owner as unknown as Arguments[0], permission, resolve, details));
  }

  #check(owner: ContentsPart, permission: Permission): boolean {
    const handler = this.#checkHandler;
    if (!handler) return true;
    type Arguments = Parameters<typeof handler>;
    const details = { isMainFrame: true } as Arguments[3];
    return handler(owner as unknown as Arguments[0], permission, owner.mainFrame.origin, details);
  }

  /** A page downloads something. */
  download(download: Download, owner: ContentsPart): void {
    const { cancelledDownloads, savedDownloads } = this.#machine.notes;
    const url = toShell(download.url());
    const item = { getURL: () => url, getFilename: () => download.suggestedFilename(), cancel: () => undefined };
    if (emitCancellable(this, 'will-download', {}, item, owner)) {
      void download.cancel();
      cancelledDownloads.push(url);
    } else savedDownloads.push(url);
  }

  async dispose(): Promise<void> {
    const context = await this.#context;
    // A page that is still loading would wait for answers that no program gives any more.
    await context?.unrouteAll({ behavior: 'ignoreErrors' }).catch(() => undefined);
    await context?.close();
  }
}
