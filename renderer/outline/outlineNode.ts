import type { Pointer } from '../../planner/design/pointer.ts';
import type { Subject } from '../../planner/design/subject.ts';

/** A line of the outline tree. Children are made only when it is opened. */
export interface OutlineNode {
  /** Unique in the tree and the same after an edit, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  /** A quiet count or figure at the right edge. */
  readonly figure?: string;
  /** What selecting it selects; a heading selects what it belongs to. */
  readonly subject: Subject;
  /** The property that it stands for, where it has no subject of its own. */
  readonly path?: Pointer;
  readonly children?: () => readonly OutlineNode[];
}

/** A node as a row of the list that is on screen. */
export interface OutlineRow {
  readonly node: OutlineNode;
  readonly level: number;
  readonly parent: number;
  readonly position: number;
  readonly siblings: number;
}

/** The rows that are on screen when just the nodes in `open` show their children, from the top. */
export function visibleRows(roots: readonly OutlineNode[], open: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (nodes: readonly OutlineNode[], level: number, parent: number): void => {
    for (const [i, node] of nodes.entries()) {
      rows.push({ node, level, parent, position: i + 1, siblings: nodes.length });
      if (node.children && open.has(node.id)) add(node.children(), level + 1, rows.length - 1);
    }
  };
  add(roots, 1, -1);
  return rows;
}
