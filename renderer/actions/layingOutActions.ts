import type { LucideIcon } from '@lucide/svelte';
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowDownAZ from '@lucide/svelte/icons/arrow-down-a-z';
import ArrowDownToLine from '@lucide/svelte/icons/arrow-down-to-line';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ArrowUpToLine from '@lucide/svelte/icons/arrow-up-to-line';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Copy from '@lucide/svelte/icons/copy';
import CopyPlus from '@lucide/svelte/icons/copy-plus';
import Database from '@lucide/svelte/icons/database';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import Move from '@lucide/svelte/icons/move';
import Shapes from '@lucide/svelte/icons/shapes';
import Scissors from '@lucide/svelte/icons/scissors';
import TextCursorInput from '@lucide/svelte/icons/text-cursor-input';
import Trash from '@lucide/svelte/icons/trash';
import { copyToClipboard, pasteFromClipboard } from '../layingOut/clipboard.ts';
import {
  copyObstacle,
  duplicateSelection,
  removeObstacle,
  removeSelection,
  reorderSelection,
  selectAlike,
  selectKind,
  sortSelection,
} from '../layingOut/edit.ts';
import { aroundOf, dagAt } from '../layingOut/around.ts';
import { roomOf, type Room } from '../layingOut/layOutDatabases.ts';
import { isMovable } from '../layingOut/moving.ts';
import { addNote } from '../layingOut/noting.ts';
import { reorder, sortByName, stepNames, type Step } from '../layingOut/ordering.ts';
import { perform } from '../state/perform.ts';
import { partIcons } from '../layingOut/partIcons.ts';
import { parts, type Part } from '../layingOut/placing.ts';
import { renameObstacle } from '../layingOut/renaming.ts';
import { placeAtSelection } from '../layingOut/settle.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import type { Action } from './action.ts';
import type { Shortcut } from './shortcut.ts';

const steps: readonly (readonly [Step, LucideIcon, Shortcut?])[] = [
  ['earlier', ArrowUp, 'Alt+Shift+ArrowUp'],
  ['later', ArrowDown, 'Alt+Shift+ArrowDown'],
  ['first', ArrowUpToLine],
  ['last', ArrowDownToLine],
];

/** What lays a design out by hand, without a pointer. */
export function layingOutActions(workspace: Workspace): readonly Action[] {
  const { dialogs, preferences } = workspace;
  const noDocument = (): string | undefined => (workspace.document ? undefined : 'Open or make a design first');
  const roomAt = (): Room | string => {
    const { document } = workspace;
    if (!document) return 'Open or make a design first';
    const dag = dagAt(document.design, aroundOf(document.design, document.selected));
    if (dag === undefined) return 'Add a DAG first';
    return typeof dag === 'string' ? dag : roomOf(document.design, dag);
  };
  const selection = (): readonly string[] => workspace.document?.selection ?? [];
  return [
    {
      id: 'cut',
      group: 'edit',
      label: 'Cut',
      icon: Scissors,
      shortcut: 'Mod+X',
      byEvent: true,
      ofShell: true,
      obstacle: () => noDocument() ?? copyObstacle(selection()),
      run: () =>
        void copyToClipboard(workspace).then((isCopied) => (isCopied ? removeSelection(workspace) : undefined)),
    },
    {
      id: 'copy',
      group: 'edit',
      label: 'Copy',
      icon: Copy,
      shortcut: 'Mod+C',
      byEvent: true,
      ofShell: true,
      obstacle: () => noDocument() ?? copyObstacle(selection()),
      run: () => void copyToClipboard(workspace),
    },
    {
      id: 'paste',
      group: 'edit',
      label: 'Paste',
      icon: ClipboardPaste,
      shortcut: 'Mod+V',
      byEvent: true,
      ofShell: true,
      obstacle: noDocument,
      run: () => void pasteFromClipboard(workspace),
    },
    {
      id: 'duplicate',
      group: 'edit',
      label: 'Duplicate',
      icon: CopyPlus,
      shortcut: 'Mod+D',
      obstacle: () => noDocument() ?? copyObstacle(selection()),
      run: () => duplicateSelection(workspace),
    },
    {
      id: 'rename',
      group: 'edit',
      label: 'Rename…',
      icon: TextCursorInput,
      shortcut: 'F2',
      obstacle: () => noDocument() ?? renameObstacle(selection()),
      run: () => (dialogs.renamingOpen = true),
    },
    {
      id: 'delete',
      group: 'edit',
      label: 'Remove',
      icon: Trash,
      shortcut: 'Delete',
      obstacle: () => noDocument() ?? removeObstacle(selection()),
      run: () => void removeSelection(workspace),
    },
    {
      id: 'select-kind',
      group: 'edit',
      label: 'Select all of this kind',
      shortcut: 'Mod+A',
      obstacle: noDocument,
      run: () => selectKind(workspace),
    },
    {
      id: 'select-alike',
      group: 'edit',
      label: 'Select those like it',
      shortcut: 'Mod+Alt+A',
      obstacle: noDocument,
      run: () => selectAlike(workspace),
    },
    {
      id: 'move-to',
      group: 'edit',
      label: 'Move to…',
      icon: Move,
      shortcut: 'M',
      obstacle: () =>
        noDocument() ??
        (workspace.document?.selection.every(isMovable)
          ? undefined
          : 'Select servers, disks, copies or a witness first'),
      run: () => (dialogs.movingOpen = true),
    },
    ...steps.map(([step, icon, shortcut]): Action => ({
      id: `move-${step}`,
      group: 'edit',
      label: `Move ${stepNames[step]}`,
      icon,
      ...(shortcut !== undefined && { shortcut }),
      obstacle: () => {
        const { document } = workspace;
        if (!document) return 'Open or make a design first';
        const made = reorder(document.design, document.selection, step);
        return typeof made === 'string' ? made : undefined;
      },
      run: () => void reorderSelection(workspace, step),
    })),
    {
      id: 'sort-by-name',
      group: 'edit',
      label: 'Sort by name',
      icon: ArrowDownAZ,
      obstacle: () => {
        const { document } = workspace;
        if (!document) return 'Open or make a design first';
        const made = sortByName(document.design, document.selected);
        return typeof made === 'string' ? made : undefined;
      },
      run: () => void sortSelection(workspace),
    },
    ...(Object.keys(parts) as Part[]).map((part): Action => ({
      id: `place-${part}`,
      group: 'design',
      label: `Place ${parts[part]}`,
      icon: partIcons[part],
      obstacle: noDocument,
      run: () => placeAtSelection(workspace, part),
    })),
    {
      id: 'add-note',
      group: 'design',
      label: 'Add note',
      icon: StickyNote,
      shortcut: 'N',
      obstacle: () => {
        const { document } = workspace;
        if (!document) return 'Open or make a design first';
        const made = addNote(document.design, document.selection);
        return typeof made === 'string' ? made : undefined;
      },
      run: () => {
        const { document } = workspace;
        const made = document && addNote(document.design, document.selection);
        if (typeof made === 'object') perform(workspace, made);
      },
    },
    {
      id: 'lay-out-databases',
      group: 'design',
      label: 'Lay out databases…',
      icon: Database,
      obstacle: () => {
        const room = roomAt();
        return typeof room === 'string' ? room : undefined;
      },
      run: () => {
        const room = roomAt();
        if (typeof room === 'object') dialogs.layingOut = room;
      },
    },
    {
      id: 'toggle-parts',
      group: 'view',
      label: 'Parts to place',
      icon: Shapes,
      obstacle: noDocument,
      checked: () => preferences.values.partsOpen,
      run: () => preferences.toggle('partsOpen'),
    },
  ];
}
