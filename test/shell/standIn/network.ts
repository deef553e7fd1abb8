import type { BrowserContext, Frame, Page, Request as PageRequest, Route } from '@playwright/test';
import { toBrowser, toShell } from './addresses.ts';
import type { ContentsPart, Machine } from './machine.ts';

type OwnerOf = (page: Page) => ContentsPart | undefined;

/** Leads every request of a context through the program: its navigation guards, its filter, its schemes. Nothing reaches a network. */
export async function routeRequests(machine: Machine, context: BrowserContext, ownerOf: OwnerOf): Promise<void> {
  await context.route('**/*', async (route) => {
    try {
      await answer(machine, route, ownerOf);
    } catch (error) {
      // A page that closes meanwhile takes its requests along.
      if (!/closed|Target page/.test(String(error))) machine.notes.faults.push(`request: ${String(error)}`);
    }
  });
}

async function answer(machine: Machine, route: Route, ownerOf: OwnerOf): Promise<void> {
  const request = route.request();
  const { notes, session } = machine;
  const url = toShell(request.url());
  const frame = frameOf(request);
  const owner = frame && ownerOf(frame.page());
  if (machine.app.isGone || owner?.isDestroyed()) return route.abort();

  if (session.pastGuards.delete(url)) {
    return fulfill(
      machine,
      route,
      owner,
      (await session.protocol.answer(requestFor(url, request))) ?? siteAt(machine, url),
    );
  }
  if (request.isNavigationRequest() && frame && owner && !owner.mayNavigate(frame, request.url())) {
    notes.requests.push({ url, outcome: 'navigation prevented' });
    // An answer without content leaves the document where it is.
    return route.fulfill({ status: 204 });
  }
  // What a window would load that a page is not let open never leaves the page.
  if (request.isNavigationRequest() && !owner && !session.allowsPopup(url)) return route.abort();
  if (await session.webRequest.cancels(url, resourceTypeOf(request, frame))) {
    notes.requests.push({ url, outcome: 'cancelled' });
    return route.abort('blockedbyclient');
  }
  const served = await session.protocol.answer(requestFor(url, request));
  if (served) {
    notes.requests.push({ url, outcome: 'served' });
    return fulfill(machine, route, owner, served);
  }
  notes.requests.push({ url, outcome: 'outside' });
  return machine.internet.has(url)
    ? fulfill(machine, route, owner, siteAt(machine, url))
    : route.abort('internetdisconnected');
}

/** What a site of the test's own internet answers. */
function siteAt({ internet }: Machine, url: string): Response {
  const site = internet.get(url) ?? '';
  if (typeof site === 'string') return new Response(site, { headers: { 'content-type': 'text/html' } });
  return new Response(null, { status: 302, headers: { location: site.redirect } });
}

async function fulfill(
  machine: Machine,
  route: Route,
  owner: ContentsPart | undefined,
  response: Response,
): Promise<void> {
  const location = response.headers.get('location');
  if (response.status >= 300 && response.status < 400 && location) return redirect(machine, route, owner, location);
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** Playwright lets the browser follow a redirect on its own, past every route: the stand-in follows it itself. */
async function redirect(
  machine: Machine,
  route: Route,
  owner: ContentsPart | undefined,
  location: string,
): Promise<void> {
  const page = route.request().frame().page();
  const target = new URL(location, toShell(route.request().url())).href;
  if (owner && !owner.mayRedirect(target)) machine.notes.requests.push({ url: target, outcome: 'redirect prevented' });
  else void page.evaluate((to) => window.location.assign(to), toBrowser(target)).catch(() => undefined);
  await route.fulfill({ status: 204 });
}

function requestFor(url: string, request: PageRequest): Request {
  const method = request.method();
  const body = method === 'GET' || method === 'HEAD' ? null : (request.postData() ?? null);
  return new Request(url, { method, headers: request.headers(), body });
}

/** The frame of a request; the first one of a window that a page opens has none yet. */
function frameOf(request: PageRequest): Frame | undefined {
  try {
    return request.frame();
  } catch {
    return undefined;
  }
}

function resourceTypeOf(request: PageRequest, frame: Frame | undefined): string {
  if (!request.isNavigationRequest()) return request.resourceType();
  return frame && frame.parentFrame() !== null ? 'subFrame' : 'mainFrame';
}
