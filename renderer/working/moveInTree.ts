/** What the keyboard needs to know of a line. */
interface Line {
  readonly key: string;
  readonly level: number;
  readonly expanded: boolean | undefined;
}

/** The line that a key leads to, and whether the line that it was pressed on opens or closes. */
export interface Move {
  readonly to: string;
  readonly toggle: boolean;
}

/** Where a key leads in a tree, after the tree grid pattern of the ARIA practices; undefined for a key that does not move. */
export function moveInTree(lines: readonly Line[], from: string, key: string): Move | undefined {
  const at = lines.findIndex((line) => line.key === from);
  const line = lines[at];
  if (!line) return undefined;
  const to = (target: Line | undefined): Move => ({ to: target?.key ?? from, toggle: false });
  switch (key) {
    case 'ArrowDown':
      return to(lines[at + 1]);
    case 'ArrowUp':
      return to(lines[at - 1]);
    case 'Home':
      return to(lines[0]);
    case 'End':
      return to(lines.at(-1));
    case 'ArrowRight':
      if (line.expanded === false) return { to: from, toggle: true };
      return to(line.expanded ? lines[at + 1] : undefined);
    case 'ArrowLeft':
      if (line.expanded) return { to: from, toggle: true };
      return to(lines.slice(0, at).findLast(({ level }) => level === line.level - 1));
    case ' ':
      return { to: from, toggle: line.expanded !== undefined };
    default:
      return undefined;
  }
}
