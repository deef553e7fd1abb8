import type { LucideIcon } from '@lucide/svelte';
import type { Shortcut } from './shortcut.ts';

export type ActionGroup = 'file' | 'edit' | 'view' | 'design' | 'help';

/** Something the user can do, once for the menus, the toolbar, the shortcuts and the palette. */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  /** As it stands in a menu: "Save as…". A function where it names what it acts on. */
  readonly label: string | (() => string);
  readonly icon?: LucideIcon;
  readonly shortcut?: Shortcut;
  /**
   * Whether it works in a field: always, because typing has no meaning of its own for it, or only while nothing is typed that
   * the field has not taken over yet.
   */
  readonly inFields?: 'always' | 'settled';
  /** The browser itself knows its keys and turns them into an event, which is answered elsewhere. */
  readonly byEvent?: true;
  /** Whether it stands checked in a menu, for what is on or off. */
  readonly checked?: () => boolean;
  /** The desktop program's own menu has it already: only the palette offers it too. */
  readonly ofShell?: true;
  /** Why it cannot be done now; undefined when it can. */
  readonly obstacle?: () => string | undefined;
  readonly run: () => void;
}

export const labelOf = (action: Action): string => (typeof action.label === 'string' ? action.label : action.label());
