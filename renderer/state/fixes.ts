import { counted } from '../../planner/design/format.ts';
import type { Command } from '../../planner/design/edit.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import { fixDesign, fixFinding } from '../../planner/rules/index.ts';
import type { DesignDocument } from './document.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The mechanical mend of a finding, where it has one. */
export function fixOf(document: DesignDocument, finding: Finding): Command | undefined {
  return finding.fixable ? fixFinding(document.design, finding) : undefined;
}

/** Applies one finding's mend, as one undoable step. */
export function fix(workspace: Workspace, finding: Finding): void {
  const { document, dialogs } = workspace;
  const command = document && fixOf(document, finding);
  if (!command) return;
  const problems = document.apply(command);
  if (problems.length > 0) dialogs.fail('The fix could not be applied', 'The design is as it was.', problems);
  else dialogs.say(command.label);
}

/** Applies every mechanical mend, as one undoable step. */
export function fixAll(workspace: Workspace): void {
  const { document, dialogs } = workspace;
  if (!document) return;
  const { commands } = fixDesign(document.design, { today: document.today });
  if (commands.length === 0) return;
  const label = `Fix ${counted(commands.length, 'finding')}`;
  const problems = document.apply({ name: 'fix-all', label, edits: commands.flatMap(({ edits }) => edits) });
  if (problems.length > 0) dialogs.fail('The fixes could not be applied', 'The design is as it was.', problems);
  else dialogs.say(label);
}
