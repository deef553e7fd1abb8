import { counted } from '../design/format.ts';
import { subject } from '../design/subject.ts';
import type { Pair } from '../design/types.ts';
import { drawBadge } from './drawBadge.ts';
import type { Drawing } from './drawing.ts';
import type { OpenHit } from './draft.ts';
import { textWidth } from './measure.ts';

const titleSize = 12.5;
/** Large, or as large as the witness beside it. */
const overviewSizes = [24, 20] as const;
const affinities = { none: 'no affinity', cookie: 'cookie affinity', sourceIp: 'source IP affinity' } as const;

/** The pair's namespaces, above its first datacenter. */
export function drawNamespaces(
  drawing: Drawing,
  pair: Pair,
  x: number,
  y: number,
  maxWidth: number,
  parent: OpenHit,
): void {
  const namespaces = pair.namespaces ?? [];
  const hosts = unique(
    [...namespaces.filter(({ protocols }) => protocols?.includes('http')), ...namespaces].map(({ host }) => host),
  );
  const models = unique(namespaces.flatMap(({ model }) => model ?? []));
  const { layer, sessionAffinity, kind } = pair.loadBalancer ?? {};
  const facts = [
    models.join(' and '),
    layer === undefined ? '' : `layer ${layer}`,
    sessionAffinity === undefined ? '' : affinities[sessionAffinity],
    kind === 'windowsNlb' ? 'Windows NLB' : '',
  ];
  const titles =
    hosts.length > 0
      ? [shortList(hosts), shortList(hosts.map(firstLabel)), counted(hosts.length, 'namespace')]
      : ['Namespaces not stated', ''];
  drawLines(drawing, 'start', titles, facts, { pair, x, y, maxWidth, parent });
}

/** The pair's Office Online farms, above its last datacenter. */
export function drawOfficeOnline(
  drawing: Drawing,
  pair: Pair,
  x: number,
  y: number,
  maxWidth: number,
  parent: OpenHit,
): void {
  const farms = pair.officeOnline ?? [];
  const models = unique(farms.flatMap(({ model }) => model ?? []));
  const kinds = unique(farms.flatMap(({ sessionAffinity }) => (sessionAffinity ? affinities[sessionAffinity] : [])));
  const hosts = unique(farms.map(({ host }) => host));
  const short = unique(hosts.map(firstLabel));
  const titles =
    hosts.length > 0
      ? [hosts.join(' · '), short.join(' · '), shortList(short), counted(hosts.length, 'farm')]
      : ['Office Online not stated', 'Farms not stated', ''];
  drawLines(drawing, 'end', titles, [models.join(' and '), kinds.join(' and ')], {
    pair,
    x,
    y,
    maxWidth,
    parent,
  });
}

/** The first of the titles that fits, and what is to be said about it. */
function drawLines(
  drawing: Drawing,
  anchor: 'start' | 'end',
  titles: readonly string[],
  facts: readonly string[],
  { pair, x, y, maxWidth, parent }: { pair: Pair; x: number; y: number; maxWidth: number; parent: OpenHit },
): void {
  const { draft } = drawing;
  const about = subject.pair(pair.name);
  const fits = (title: string, size: number): boolean => textWidth(title, size, 600) <= maxWidth;
  const shortest = titles.at(-1) ?? '';
  const title = titles.find((each) => fits(each, titleSize)) ?? shortest;
  const [overview = { title: shortest, size: overviewSizes[1] }] = titles.flatMap((each) =>
    overviewSizes.flatMap((size) => (fits(each, size) ? [{ title: each, size }] : [])),
  );
  const first = draft.text('text', title, {
    x,
    y: y + 16,
    size: titleSize,
    weight: 600,
    role: 'ink',
    anchor,
    maxWidth,
  });
  const text = facts.filter((fact) => fact !== '').join(', ');
  draft.text('overview', overview.title, {
    x,
    y: y + 24,
    size: overview.size,
    weight: 600,
    role: 'ink',
    anchor,
    maxWidth,
  });
  const second = draft.text('text', text, { x, y: y + 33, size: 11.5, role: 'ink3', anchor, maxWidth });
  const width = Math.max(first, second);
  draft.hit(about, { x: anchor === 'start' ? x : x - width, y, width, height: 40 }, parent);
  if (anchor === 'start') drawBadge(drawing, about, x + first + 12, y + 11.5);
}

function firstLabel(host: string): string {
  return host.split('.')[0] ?? host;
}

function shortList(names: readonly string[]): string {
  const [first, ...more] = names;
  return first === undefined ? '' : `${first}${more.length > 0 ? ` +${more.length}` : ''}`;
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
