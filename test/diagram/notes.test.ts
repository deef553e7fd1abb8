import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Design, Note } from '../../planner/design/types.ts';
import { buildScene, isDrawnAt } from '../../planner/diagram/index.ts';
import { textWidth } from '../../planner/diagram/measure.ts';
import { oddDesigns } from './oddDesigns.ts';
import { sampleDesign } from './sampleDesign.ts';
import { hitsOf, overlap, shapesOf, textsOf } from './shapes.ts';

const contoso = sampleDesign();
const about = ['datacenter:East', 'datacenter:West', 'server:EX01', 'server:EX16', 'dag:DAG1', 'link:West/East'];
const note = fc.record({
  subject: fc.constantFrom(undefined, ...about),
  text: fc.array(fc.constantFrom('a', 'word', 'W'.repeat(200), 'more\nlines', '\n'), { minLength: 1, maxLength: 30 }),
});
const notes = fc
  .array(note, { maxLength: 12 })
  .map((list): Note[] =>
    list.map(({ subject, text }) => ({ ...(subject !== undefined && { subject }), text: `${text.join(' ')}.` })),
  );
const placesOf = (design: Design) => {
  const scene = buildScene(design);
  return { scene, hits: hitsOf(scene), own: hitsOf(scene).filter(({ subject }) => subject.startsWith('note:')) };
};

describe('notes on the drawing', () => {
  it('stand once each, within the drawing, over nothing else, with all their text', () => {
    fc.assert(
      fc.property(notes, (list) => {
        const { scene, hits, own } = placesOf({ ...contoso, notes: list });
        expect(own.map(({ subject }) => subject).toSorted()).toEqual(list.map((_, i) => `note:${i + 1}`).toSorted());
        const others = hits.filter(({ subject }) => !subject.startsWith('note:') && !subject.startsWith('pair:'));
        for (const [i, each] of own.entries()) {
          expect(each.y + each.height).toBeLessThanOrEqual(scene.y + scene.height + 0.01);
          expect(each.x + each.width).toBeLessThanOrEqual(scene.x + scene.width + 0.01);
          for (const other of [...own.slice(i + 1), ...others]) expect(overlap(each, other)).toBe(false);
          for (const text of shapesOf(scene, 1)) {
            if (text.kind !== 'text' || text.x < each.x || text.y < each.y || text.y > each.y + each.height) continue;
            if (text.x > each.x + each.width) continue;
            expect(text.x + textWidth(text.text, text.size, text.weight)).toBeLessThanOrEqual(each.x + each.width);
          }
        }
        const drawn = textsOf(scene, 1).join('').replace(/\s/g, '');
        for (const { text } of list) expect(drawn).toContain(text.replace(/\s/g, ''));
      }),
      { numRuns: 30 },
    );
  });

  it.each(Object.entries(oddDesigns))('are drawn for %s', (_, design) => {
    expect(placesOf({ ...design, notes: [{ text: 'About all of it' }] }).own).toHaveLength(1);
  });

  it('are written where text is legible', () => {
    const { scene } = placesOf({ ...contoso, notes: [{ text: 'Legible' }] });
    const layers = scene.layers.filter(({ tiles }) =>
      tiles.some(({ shapes }) => shapes.some((shape) => shape.kind === 'text' && shape.text === 'Legible')),
    );
    expect(layers.map((layer) => [isDrawnAt(layer, 0.2), isDrawnAt(layer, 1)])).toEqual([[false, true]]);
  });

  it('tell what they are about, large and within their box, where their text is not legible', () => {
    fc.assert(
      fc.property(notes, (list) => {
        const { scene, own } = placesOf({ ...contoso, notes: list });
        for (const scale of [0.1, 0.4]) {
          const texts = shapesOf(scene, scale).flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
          for (const { subject, x, y, width, height } of own) {
            const { subject: subjectOfIt } = list[Number(subject.slice('note:'.length)) - 1] ?? {};
            const inBox = texts.filter(
              (text) => text.x >= x && text.x < x + width && text.y > y && text.y < y + height,
            );
            const name = subjectOfIt?.replace(/^\w+:/, '').replace('/', ' – ') ?? 'Note';
            expect(inBox.map(({ text }) => text)).toEqual([name]);
            expect(inBox[0]?.size).toBeGreaterThanOrEqual(28);
            expect((inBox[0]?.y ?? 0) - (inBox[0]?.size ?? 0)).toBeGreaterThan(y);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});
