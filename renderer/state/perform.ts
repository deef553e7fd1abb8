import type { Made } from './structure.ts';
import type { Workspace } from './workspace.svelte.ts';

/**
 * Makes a change of the design's structure, selects what came of it and goes to its first field; or says why it cannot be.
 * @returns whether it was made
 */
export function perform({ document, dialogs }: Workspace, { command, subject, path }: Made): boolean {
  if (!document) return false;
  const problems = document.apply(command);
  if (problems.length > 0) {
    dialogs.fail(
      `${command.label}: this cannot be done`,
      'Something else refers to it. The design is as it was.',
      problems,
    );
    return false;
  }
  document.show(subject, path, { closeUp: false });
  dialogs.say(command.label);
  return true;
}
