import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import type { Design } from '../../../planner/design/types.ts';
import { replicationDay } from '../../../renderer/replication/day.ts';
import { linkKnobs, triedEdits, triedLabel } from '../../../renderer/replication/linkKnobs.ts';
import { loadScaleEnd } from '../../../planner/diagram/loadScale.ts';
import { sitePairs } from '../../../renderer/replication/pairs.ts';
import { sliderOf } from '../../../renderer/capacity/whatIf/slider.ts';

const contoso = JSON.parse(readFileSync('examples/contoso.dagwright.json', 'utf8')) as Design;
const today = '2026-03-31';

describe('a day of replication', () => {
  it('judges what is tried, and its mend mends that', () => {
    expect(replicationDay(contoso, { edits: [], today }).findings).toEqual([]);
    const edits = triedEdits(contoso, { 'link:East/West': { bandwidthMbps: 50 } });
    const { findings } = replicationDay(contoso, { edits, today });
    expect(findings.map(({ finding }) => finding.rule)).toEqual(['link-carries-replication', 'replication-rpo']);
    const mended = [...edits, ...(findings[0]?.mend?.edits ?? [])];
    expect(replicationDay(contoso, { edits: mended, today }).findings).toEqual([]);
  });

  it('leaves out what is waived', () => {
    const { design } = applyCommand(contoso, {
      name: 'waive',
      label: '',
      edits: [
        { op: 'set', path: '/links/0/bandwidthMbps', value: 50 },
        { op: 'set', path: '/waivers', value: [{ rule: 'link-carries-replication', reason: 'A trial.' }] },
      ],
    });
    const { findings } = replicationDay(design, { edits: [], today });
    expect(findings.map(({ finding }) => finding.rule)).toEqual(['replication-rpo']);
  });

  it('says why it cannot be played, and what is not stated', () => {
    const odd: Design = { ...contoso, replication: { hourlyLogShare: new Array<number>(24).fill(1) } };
    const day = replicationDay(odd, { edits: [], today });
    expect(day.problem?.path).toBe('/replication/hourlyLogShare');
    expect(day.links).toEqual([]);
    const silent: Design = { ...contoso, links: [{ from: 'East', to: 'West' }] };
    expect(replicationDay(silent, { edits: [], today }).notStated).toContain('/links/0/bandwidthMbps');
    const { links: _, ...unlinked } = contoso;
    expect(replicationDay(unlinked, { edits: [], today }).notStated).toContain('/links');
  });
});

describe('what is tried of a link', () => {
  const tried = { 'link:East/West': { bandwidthMbps: 80, roundTripMs: 60 }, 'link:North/East': { roundTripMs: 1 } };

  it('is an edit of the links that there are, wherever they stand in the file', () => {
    const moved: Design = { ...contoso, links: [{ from: 'North', to: 'West' }, ...(contoso.links ?? [])] };
    expect(triedEdits(moved, tried)).toEqual([
      { op: 'set', path: '/links/1/bandwidthMbps', value: 80 },
      { op: 'set', path: '/links/1/roundTripMs', value: 60 },
    ]);
    expect(triedLabel(moved, tried)).toBe('What-if: East–West bandwidth 80 Mbit/s, latency 60 ms');
  });

  it('has sliders that rest at what the design has', () => {
    for (const knob of linkKnobs({ from: 'East', to: 'West', bandwidthMbps: 1234, roundTripMs: 40 }, 0)) {
      const slider = sliderOf(knob);
      expect(slider.valueAt(slider.positionOf(knob.base ?? 0))).toBe(knob.base);
    }
  });
});

describe('the pairs of datacenters', () => {
  const { links } = replicationDay(contoso, { edits: [], today });

  it('have both directions, and the link whichever end it names first', () => {
    const turned: Design = { ...contoso, links: [{ from: 'West', to: 'East' }] };
    const [pair, ...others] = sitePairs(turned, links, []);
    expect(others).toEqual([]);
    expect(pair?.directions.map(({ from }) => from)).toEqual(['East', 'West']);
    expect(pair?.link).toEqual({ value: { from: 'West', to: 'East' }, at: 0 });
  });

  it('are drawn to a scale that has room for what crosses, and for what gets through where that is near', () => {
    const need = Math.max(...links.map(({ peakMbps }) => peakMbps));
    const withRoom = (availableMbps: number | null): number =>
      loadScaleEnd(links.map((load) => ({ ...load, availableMbps })));
    expect(withRoom(need * 1.2)).toBeGreaterThan(need * 1.2);
    expect(withRoom(need * 100)).toBeLessThan(need * 2);
    expect(withRoom(null)).toBeGreaterThan(need);
    expect(withRoom(0)).toBeGreaterThan(need);
  });
});
