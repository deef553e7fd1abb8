import { counted } from '../../design/format.ts';
import { arrange, serversOf, type Block } from '../arrange.ts';
import { buildScene } from '../buildScene.ts';
import { pictureDetails, type PictureDetail } from '../detail.ts';
import { runs, span, type Part, type PictureSource } from './part.ts';

/** From the coarsest to the finest. */
const details = Object.keys(pictureDetails) as PictureDetail[];

export function environmentPart(source: PictureSource): Part {
  return topology(source, arrange(source.design), 'Whole environment');
}

export function pairPart(source: PictureSource, name: string): Part {
  const blocks = arrange(source.design).filter(({ pair }) => pair?.name === name);
  return topology(source, blocks, `Datacenter pair ${name}`);
}

export function dagPart(source: PictureSource, name: string): Part {
  const blocks = arrange(source.design).flatMap((block) => narrow(block, name));
  return topology(source, blocks, dagHeading(name));
}

/** "DAG1", but "DAG Mail". */
function dagHeading(name: string): string {
  return /^dag/i.test(name) ? name : `DAG ${name}`;
}

/** Comes apart into its pairs, these into their DAGs, and these into runs of servers. */
function topology(source: PictureSource, blocks: readonly Block[], heading: string): Part {
  const at = (detail: PictureDetail): Part => ({
    heading: detail === source.detail ? heading : `${heading}, overview`,
    scale: pictureDetails[detail],
    scene: (aspect) =>
      buildScene(source.design, {
        blocks,
        aspect,
        ...(source.loads && { loads: source.loads }),
        ...(source.verdict && { findings: source.verdict.findings }),
        failures: source.failures,
      }),
  });
  const coarser = details.slice(0, details.indexOf(source.detail)).toReversed();
  const parts = partsOf(source, blocks);
  return {
    ...at(source.detail),
    overviews: coarser.map(at),
    ...(parts ? { parts } : ofOneDag(source, blocks, heading)),
  };
}

/** A DAG comes apart into runs of servers; on narrow paper into its datacenters first, without what belongs to both. */
function ofOneDag(source: PictureSource, blocks: readonly Block[], heading: string): Pick<Part, 'slices' | 'columns'> {
  const [block] = blocks;
  if (!block) return {};
  return {
    slices: (count) => slices(source, block, count, heading),
    ...(block.columns.length > 1 && {
      columns: () =>
        block.columns.map((column) =>
          topology(
            source,
            [{ ...block, pair: undefined, columns: [column] }],
            `${heading} in ${column.name ?? 'a datacenter not stated'}`,
          ),
        ),
    }),
  };
}

function partsOf(source: PictureSource, blocks: readonly Block[]): readonly Part[] | undefined {
  const [first, ...more] = blocks;
  if (first && more.length > 0) {
    return blocks.map((block) =>
      topology(source, [block], block.pair ? `Datacenter pair ${block.pair.name}` : 'Without a datacenter pair'),
    );
  }
  if (!first || first.dags.length < 2) return undefined;
  return first.dags.map(({ name }) => topology(source, narrow(first, name), dagHeading(name)));
}

/** A block with one of its DAGs only; none where it has no such DAG. */
function narrow(block: Block, dag: string): Block[] {
  const place = block.dags.findIndex(({ name }) => name === dag);
  if (place < 0) return [];
  return [
    {
      ...block,
      dags: block.dags.slice(place, place + 1),
      columns: block.columns.map(({ name, sections }) => ({ name, sections: sections.slice(place, place + 1) })),
    },
  ];
}

/** A DAG a run of servers at a time, the same run in each datacenter. */
function slices(source: PictureSource, block: Block, count: number, heading: string): readonly Part[] | undefined {
  const most = Math.max(0, ...block.columns.map(({ sections }) => sections[0]?.servers.length ?? 0));
  if (count > most) return undefined;
  const columns = block.columns.map((column) => ({
    name: column.name,
    runs: column.sections.map(({ dag, servers }) => ({
      dag,
      runs: runs(servers, count) ?? servers.map((each) => [each]),
    })),
  }));
  return Array.from({ length: count }, (_, i) => {
    const part = {
      ...block,
      columns: columns.map(({ name, runs: sections }) => ({
        name,
        sections: sections.map(({ dag, runs: each }) => ({ dag, servers: each[i] ?? [] })),
      })),
    };
    const spans = part.columns.flatMap(({ sections }) => {
      const names = sections.flatMap(({ servers }) => servers.map(({ name }) => name));
      return names.length > 0 ? [span(names)] : [];
    });
    const shown = counted(serversOf([part]).length, 'server');
    return { ...topology(source, [part], `${heading}, ${spans.join(' and ')} (${shown})`), overviews: [] };
  });
}
