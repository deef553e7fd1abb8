import { tick } from 'svelte';
import type { DesignDocument } from '../state/document.svelte.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { inOrder } from './events.ts';
import { failoverPlay } from './play.svelte.ts';
import { keepScenario } from './scenarios.ts';

/** Keeps what is played in the design, and lets the user name it. */
export async function keepPlayed(workspace: Workspace, document: DesignDocument): Promise<void> {
  const play = failoverPlay(document);
  const problems = document.apply(keepScenario(document.design, inOrder(document.design, play.inEffect, play.order)));
  if (problems.length > 0) {
    workspace.dialogs.fail('The scenario was not kept', 'The design is as it was.', problems);
    return;
  }
  workspace.bottomTab = 'scenarios';
  if (!workspace.preferences.values.findingsOpen) workspace.preferences.toggle('findingsOpen');
  await tick();
  const names = globalThis.document.querySelectorAll<HTMLInputElement>('[data-scenario-name]');
  const last = [...names].at(-1);
  last?.focus();
  last?.select();
}
