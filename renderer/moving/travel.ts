import type { Subject } from '../../planner/design/subject.ts';
import { locate } from '../subjects/locate.ts';
import type { Workspace } from '../state/workspace.svelte.ts';

/** Whether there is a place to go back or forward to. */
export function canTravel(workspace: Workspace, step: 1 | -1): boolean {
  return workspace.visits.next(step, isThere(workspace)) !== undefined;
}

/** Goes back (−1) or forward (1) to what was looked at, as it was looked at. */
export function travel(workspace: Workspace, step: 1 | -1): void {
  const place = workspace.visits.go(step, isThere(workspace));
  if (!place) return;
  workspace.view = place.view;
  workspace.document?.select(place.subject);
  if (place.camera) workspace.visits.pending = place.camera;
  else workspace.canvas?.bringIntoView(place.subject);
}

function isThere({ document }: Workspace): (subject: Subject) => boolean {
  return (subject) => document !== undefined && locate(document.design, subject) !== undefined;
}
