import type { Workspace } from '../state/workspace.svelte.ts';

/** Asks for the menu of what is selected, where the pointer is or, by key, beside what has the focus. */
export function openMenu(workspace: Workspace, event: MouseEvent): void {
  if (event.defaultPrevented) return;
  if (!(event.target instanceof HTMLElement) || event.target.closest('input, textarea, select')) return;
  if (!event.target.closest('[role="application"], [role="grid"], [role="tree"]')) return;
  event.preventDefault();
  workspace.menuAt = event.button === 2 ? { x: event.clientX, y: event.clientY } : besideFocus(event.target);
}

function besideFocus(target: HTMLElement): { x: number; y: number } {
  const active = document.getElementById(target.getAttribute('aria-activedescendant') ?? '') ?? target;
  const { left, top, width, height } = active.getBoundingClientRect();
  return { x: left + Math.min(width / 2, 160), y: top + Math.min(height, 160) };
}
