import { describe, expect, it } from 'vitest';
import { matrixModel } from '../../../renderer/matrix/matrixModel.ts';
import { sampleDesign } from '../../diagram/sampleDesign.ts';

const design = sampleDesign();
const dag = design.dags?.[0] ?? { name: '' };

describe('the copy-layout matrix', () => {
  const model = matrixModel(design, dag, '');

  it('has a row per database and a column per server, grouped by datacenter', () => {
    expect(model.rows).toHaveLength(192);
    expect(model.servers).toHaveLength(16);
    expect(model.groups).toEqual([
      { datacenter: 'East', start: 0, count: 8 },
      { datacenter: 'West', start: 8, count: 8 },
    ]);
  });

  it('puts each copy under its server', () => {
    expect(model.rows[0]?.copies.map((copy) => copy?.activationPreference ?? 0)).toEqual([
      1, 2, 0, 0, 0, 0, 0, 0, 3, 4, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('counts the preferences of every server', () => {
    expect(model.totals).toEqual(
      [1, 2, 3, 4].map((preference) => ({ preference, counts: Array<number>(16).fill(12) })),
    );
  });

  it.each([
    ['DB01', 10],
    ['db192', 1],
    [' DB19 ', 3],
    ['nothing', 0],
  ])('shows the databases whose name contains "%s"', (filter, rows) => {
    expect(matrixModel(design, dag, filter).rows).toHaveLength(rows);
  });

  it('counts the whole DAG whatever is filtered', () => {
    expect(matrixModel(design, dag, 'DB001').totals).toEqual(model.totals);
  });

  it('groups servers of one datacenter that the file does not keep together', () => {
    const servers = ['B', 'A', undefined, 'B'].map((datacenter, i) => ({
      name: `S${i}`,
      ...(datacenter && { datacenter }),
    }));
    const odd = matrixModel(
      { format: 'dagwright/1', name: 'x', dags: [{ name: 'D', servers }] },
      { name: 'D', servers },
      '',
    );
    expect(odd.servers.map(({ name }) => name)).toEqual(['S0', 'S3', 'S1', 'S2']);
    expect(odd.groups.map(({ datacenter, count }) => [datacenter, count])).toEqual([
      ['B', 2],
      ['A', 1],
      [undefined, 1],
    ]);
  });

  it('is empty for a DAG that states nothing', () => {
    expect(matrixModel({ format: 'dagwright/1', name: 'x' }, { name: 'D' }, '')).toEqual({
      dag: { name: 'D' },
      servers: [],
      groups: [],
      rows: [],
      totals: [],
    });
  });
});
