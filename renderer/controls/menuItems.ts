import type { LucideIcon } from '@lucide/svelte';

export interface MenuItem {
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  /** As it is written on this keyboard. */
  readonly shortcut?: string | undefined;
  /** Whether it is on; undefined for what is neither on nor off. */
  readonly checked?: boolean | undefined;
  /** Why it cannot be done now. */
  readonly obstacle?: string | undefined;
  /** Also called for an item with an obstacle, to say so. */
  readonly run: () => void;
}

/** Items between two lines, under a heading where there are several things they may belong to. */
export interface MenuGroup {
  readonly heading?: string;
  readonly items: readonly MenuItem[];
}
