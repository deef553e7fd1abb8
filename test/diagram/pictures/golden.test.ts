import { describe, expect, it } from 'vitest';
import type { Page } from '../../../planner/diagram/index.ts';
import { exampleDesign, pagesOf, type PictureOf } from './pictureOf.ts';

/** What stands on a page, layer by layer: how many shapes of each kind and role, and the texts of the frame. */
function outline(page: Page): string[] {
  const size = [page.width, page.height].map((points) => Math.round((points / 72) * 25.4)).join(' × ');
  return [
    `page ${page.number} of ${page.count}: ${page.heading}, ${size} mm`,
    ...page.groups.flatMap(({ id, layers }) =>
      layers.flatMap(({ name, tiles }) => {
        const shapes = tiles.flatMap((tile) => tile.shapes);
        if (id === 'frame') {
          return shapes.flatMap((shape) => (shape.kind === 'text' ? [`  frame: ${shape.text}`] : []));
        }
        const counts = new Map<string, number>();
        for (const shape of shapes) {
          const role =
            shape.kind === 'rect' ? (shape.fill ?? shape.stroke) : shape.kind === 'line' ? shape.stroke : shape.role;
          const key = `${shape.kind} ${role ?? 'none'}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        return [`  ${name}: ${[...counts].map(([key, count]) => `${count} ${key}`).join(', ')}`];
      }),
    ),
  ];
}

const pictures: readonly (readonly [file: string, example: string, options: PictureOf])[] = [
  ['contoso-environment', 'contoso', { paper: 'a4' }],
  ['contoso-databases', 'contoso', { paper: 'a1', detail: 'databases' }],
  ['contoso-server', 'contoso', { paper: 'a4', scene: 'server:EX01' }],
  ['contoso-copy-layout', 'contoso', { paper: 'a4', scene: 'copy-layout:DAG1' }],
  ['contoso-replication', 'contoso', { paper: 'a4', scene: 'replication:East/West' }],
  ['environment', 'environment', { paper: 'a4' }],
  ['contoso-scenario', 'contoso', { paper: 'a4', scene: 'scenario:Partition', detail: 'copies' }],
  ['prod-8-servers', 'prod-8-servers', {}],
];

const scenarios = [{ name: 'Partition', events: [{ subject: 'link:East/West' }, { subject: 'volume:EX01/ExVol01' }] }];

/** A change of a picture shows as a change of its outline: look at the picture before taking it over with `vitest -u`. */
describe('golden pictures', () => {
  it.each(pictures)('%s', async (file, example, options) => {
    const pages = pagesOf({ ...exampleDesign(example), scenarios }, { ...options, judged: false });
    await expect(`${pages.flatMap(outline).join('\n')}\n`).toMatchFileSnapshot(`golden/${file}.txt`);
  });
});
