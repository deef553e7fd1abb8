import { describe, expect, it } from 'vitest';
import replicationCatalog from '../../../catalog/replication.json' with { type: 'json' };
import type { Design } from '../../../planner/design/types.ts';
import { pagesToDrawio, type Page, type Rect, type Shape } from '../../../planner/diagram/index.ts';
import { simulateReplication } from '../../../planner/simulate/replication/index.ts';
import { exampleDesign, pagesOf } from './pictureOf.ts';

const contoso = exampleDesign('contoso');
const hourlyLogShare = replicationCatalog.profiles.find(({ name }) => name === 'lab')?.hourlyLogShare ?? [];
/** Contoso with a day that has a busiest hour, over a link of so many Mbit/s. */
const withLink = (bandwidthMbps: number): Design => ({
  ...contoso,
  replication: { hourlyLogShare },
  links: [{ from: 'East', to: 'West', bandwidthMbps, roundTripMs: 40 }],
});
const pageOf = (design: Design): Page => {
  const [page] = pagesOf(design, { scene: 'replication:East/West' });
  if (!page) throw new Error('A picture has a page.');
  return page;
};

function shapesOf({ groups }: Page): Shape[] {
  return groups
    .filter(({ id }) => id === 'drawing')
    .flatMap(({ layers }) => layers.flatMap(({ tiles }) => tiles.flatMap((tile) => tile.shapes)));
}
const bars = (page: Page, fill: Rect['fill']): Rect[] =>
  shapesOf(page).filter((shape): shape is Rect => shape.kind === 'rect' && shape.fill === fill);
const texts = (page: Page): string[] => shapesOf(page).flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
const near = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1e6) / 1e6);

describe('the picture of a day of replication', () => {
  it('has a bar for each hour and direction, as high as its part of the load', () => {
    const design = withLink(10_000);
    const { links } = simulateReplication(design);
    const logs = links.flatMap(({ parts }) => parts.find(({ kind }) => kind === 'logs')?.hourlyMbps ?? []);
    const heights = bars(pageOf(design), 'preference1').map(({ height }) => height);
    expect(heights).toHaveLength(48);
    const perMbps = (heights[0] ?? 0) / (logs[0] ?? 1);
    expect(near(heights)).toEqual(near(logs.map((mbps) => mbps * perMbps)));
  });

  it('marks the hours in which more crosses than gets through, and no others', () => {
    const design = withLink(60);
    const over = simulateReplication(design).links.flatMap(({ hourlyMbps }) => hourlyMbps.filter((mbps) => mbps > 60));
    expect(over.length).toBeGreaterThan(0);
    expect(bars(pageOf(design), 'red')).toHaveLength(over.length);
    expect(bars(pageOf(withLink(10_000)), 'red')).toEqual([]);
  });

  it('says what gets through, what the objective needs and when the peak is', () => {
    const page = pageOf(withLink(60));
    const [load] = simulateReplication(withLink(60)).links;
    const peak = Math.round((load?.peakMbps ?? 0) * 10) / 10;
    const hour = String(load?.peakHour).padStart(2, '0');
    expect(texts(page)).toContain('East → West');
    expect(texts(page)).toContain('60 Mbit/s get through');
    expect(texts(page).join('\n')).toContain(`peak ${peak} Mbit/s at ${hour}:00 UTC`);
    expect(texts(page).join('\n')).toMatch(/RPO 24 h: [\d.]+ Mbit\/s/);
  });

  it.each<[string, Design, RegExp]>([
    ['a link that carries nothing', withLink(0), /nothing gets through/],
    ['datacenters without a link', { ...withLink(60), links: [] }, /what gets through is not stated/],
    [
      'hours that are no day',
      { ...contoso, replication: { hourlyLogShare: hourlyLogShare.map(() => 0.5) } },
      /do not add up to a day/,
    ],
    ['databases that state no mailboxes', { ...contoso, mailboxTiers: [] }, /Nothing is known to cross/],
  ])('is drawn for %s, and says so', (_, design, words) => {
    const page = pageOf(design);
    expect(texts(page).join('\n')).toMatch(words);
    const numbers = shapesOf(page).flatMap((shape) => (shape.kind === 'rect' ? [shape.y, shape.height] : []));
    expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
    expect(JSON.stringify(page)).not.toContain('NaN');
  });

  it('is drawn shape by shape for draw.io', () => {
    const page = pageOf(withLink(60));
    const xml = pagesToDrawio([page], withLink(60), 'print');
    for (const text of texts(page)) expect(xml).toContain(`label="${text}"`);
    const rects = shapesOf(page).filter(({ kind }) => kind === 'rect');
    expect(xml.match(/vertex="1"/g)?.length).toBeGreaterThan(rects.length);
    expect(xml).toContain('as="targetPoint"');
  });
});
