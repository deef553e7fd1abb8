import { describe, expect, it } from 'vitest';
import { columns, type ColumnId } from '../../../renderer/capacity/table/columns.ts';
import { tableLines } from '../../../renderer/capacity/table/lines.ts';
import { nextSorting, sortLines } from '../../../renderer/capacity/table/sorting.ts';
import { tsvOf } from '../../../renderer/capacity/table/tsv.ts';
import { sampleRows } from './sampleRows.ts';

const column = (id: ColumnId) => {
  const found = columns.find((each) => each.id === id);
  if (!found) throw new Error(`There is no column ${id}.`);
  return found;
};
const every = tableLines(sampleRows, 'every');
const order = (id: ColumnId, descending: boolean): string[] =>
  sortLines(every, column(id), descending).map(({ row, mode }) => `${row.server} ${mode}`);
const limits = { cpu: 0.8, memory: 1, disk: 1, iops: 1 };

describe('the table of servers and failures', () => {
  it('has a line for each server and failure that leaves it up', () => {
    expect(every.map(({ row, mode }) => `${row.server} ${mode}`)).toEqual([
      'EX10 normal',
      'EX2 normal',
      'EX2 oneServer',
      '=EX3 normal',
    ]);
    expect(tableLines(sampleRows, 'oneServer').map(({ row }) => row.server)).toEqual(['EX2']);
    expect(tableLines(sampleRows, 'datacenter')).toEqual([]);
  });

  it('sorts numbers by size and names by the numbers in them, with what is not known last either way', () => {
    expect(order('cpu', true)).toEqual(['EX2 oneServer', 'EX2 normal', 'EX10 normal', '=EX3 normal']);
    expect(order('cpu', false)).toEqual(['EX10 normal', 'EX2 normal', 'EX2 oneServer', '=EX3 normal']);
    expect(order('server', false).slice(1)).toEqual(['EX2 normal', 'EX2 oneServer', 'EX10 normal']);
    expect(order('memory', true)[0]).toBe('EX10 normal');
    expect(order('memory', false)[0]).toBe('EX10 normal');
  });

  it('sorts failures from the mildest, not by their names', () => {
    expect(order('failure', true)[0]).toBe('EX2 oneServer');
  });

  it('turns the order round on a second press, and begins with the most or the first name', () => {
    const start = { column: 'server', descending: false } as const;
    const byCpu = nextSorting(start, column('cpu'));
    expect(byCpu).toEqual({ column: 'cpu', descending: true });
    expect(nextSorting(byCpu, column('cpu'))).toEqual({ column: 'cpu', descending: false });
    expect(nextSorting(byCpu, column('server'))).toEqual({ column: 'server', descending: false });
  });

  it('tells the limit that is passed, and the figure behind every number that is known', () => {
    const [, , failed] = every;
    if (!failed) throw new Error('The third line is missing.');
    expect(
      columns.map((each) => [each.id, each.text(failed), each.level(failed, limits), each.figure(failed)?.id]),
    ).toEqual([
      ['server', 'EX2', 'fine', undefined],
      ['failure', 'One server', 'fine', undefined],
      ['failed', 'EX10', 'fine', undefined],
      ['active', '5', 'fine', 'activeDatabases.oneServer'],
      ['cpu', '85 %', 'near', 'cpuUtilization.oneServer'],
      ['memory', 'not known', 'fine', undefined],
      ['disk', 'not known', 'fine', undefined],
      ['iops', '110 %', 'over', 'volumeIOPS'],
    ]);
  });

  it('goes to a spreadsheet as it is sorted, numbers as they are, and no name as a formula', () => {
    const text = tsvOf(sortLines(every, column('cpu'), true));
    const table = text.split('\n').map((line) => line.split('\t'));
    expect(table[0]).toEqual([
      ...['Server', 'Datacenter', 'DAG', 'Failure', 'Worst case', 'Active copies', 'Copies'],
      ...['CPU used, share', 'CPU used, Mcycles', 'CPU, Mcycles'],
      ...['Memory used, share', 'Memory used, GB', 'Memory, GB'],
      ...['Disk used, share', 'Disk used, GB', 'Disk, GB'],
      ...['IOPS used, share', 'IOPS used, IOPS', 'IOPS, IOPS'],
    ]);
    expect(table[1]).toEqual([
      ...['EX2', 'West', 'DAG1', 'One server', 'EX10', '5', '8', '0.85', '20400', '24000'],
      ...['', '', '', '', '', '', '1.1', '66', '60'],
    ]);
    expect(table[4]?.[0]).toBe("'=EX3");
    expect(table.slice(0, 5).map((row) => row.length)).toEqual([19, 19, 19, 19, 19]);
    expect(table[5]).toEqual(['']);
  });
});
