import { describe, expect, it } from 'vitest';
import { visibleRows } from '../../../renderer/outline/outlineNode.ts';
import { outlineNodes } from '../../../renderer/outline/outlineNodes.ts';
import { ancestorsOf, parentOf } from '../../../renderer/outline/parents.ts';
import { sample } from '../sample.ts';

const shown = (...open: string[]): string[] =>
  visibleRows(outlineNodes(sample), new Set(open)).map(
    ({ node, level }) => `${'  '.repeat(level - 1)}${node.label}${node.figure ? ` (${node.figure})` : ''}`,
  );

describe('the outline', () => {
  it('shows what stands in what, closed but for what is open', () => {
    expect(shown('design', 'pair:East-West', 'dag:DAG1', 'dag:DAG1/East')).toEqual([
      'Sample (1,000 mailboxes)',
      '  Pair East-West (20 ms)',
      '    DAG1 (2 servers)',
      '      East (1)',
      '        EX01',
      '      West (1)',
      '      Databases (1)',
      '      Witness (EX01)',
      '    Namespaces (1)',
      '  Datacenters (3)',
      '  Links (1)',
      '  Mailbox tiers (1)',
      '  Hardware (1)',
    ]);
  });

  it('a design that states nothing is one line', () => {
    expect(visibleRows(outlineNodes({ format: 'dagwright/1', name: 'Empty' }), new Set(['design']))).toHaveLength(1);
  });

  it('finds what must be open for a subject to be seen', () => {
    expect(ancestorsOf(sample, 'server:EX02')).toEqual(['design', 'pair:East-West', 'dag:DAG1', 'dag:DAG1/West']);
    expect(ancestorsOf(sample, 'server:EX99')).toEqual([]);
  });

  it('every node knows the one that it stands in', () => {
    const twoDags = { ...sample, dags: [...(sample.dags ?? []), { name: 'DAG2', servers: [{ name: 'EX09' }] }] };
    const visit = (nodes: ReturnType<typeof outlineNodes>, parent: string | undefined): void => {
      for (const { id, children } of nodes) {
        expect(parentOf(twoDags, id), id).toBe(parent);
        if (children) visit(children(), id);
      }
    };
    visit(outlineNodes(twoDags), undefined);
  });

  it('every id stands once', () => {
    const all = new Set<string>();
    const visit = (nodes: ReturnType<typeof outlineNodes>): void => {
      for (const { id, children } of nodes) {
        expect(all.has(id), id).toBe(false);
        all.add(id);
        if (children) visit(children());
      }
    };
    visit(outlineNodes(sample));
    expect(all.size).toBeGreaterThan(15);
  });
});
