import { counted } from '../numbers/format.ts';
import type { Command } from '../../planner/design/edit.ts';
import type { Finding } from '../../planner/rules/rule.ts';
import { fixDesign, fixFinding } from '../../planner/rules/index.ts';
import type { DesignDocument } from './document.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** The mechanical mend of a finding, where it has one, of the design that it is about. */
export function fixOf({ judgedDesign }: DesignDocument, finding: Finding): Command | undefined {
  return finding.fixable ? fixFinding(judgedDesign, finding) : undefined;
}

/** Applies one finding's mend, as one undoable step; the finding of the design as it is now, where an edit came between. */
export async function fix({ document, dialogs }: Workspace, shown: Finding): Promise<void> {
  if (!document) return;
  const { verdict } = await document.judged();
  const finding = sameFinding(verdict.findings, shown);
  const command = finding && fixOf(document, finding);
  if (!command) {
    dialogs.say('This is no longer found, so that there is nothing to fix.');
    return;
  }
  const problems = document.apply(command);
  if (problems.length > 0) dialogs.fail('The fix could not be applied', 'The design is as it was.', problems);
  else dialogs.say(command.label);
}

/** What another verdict says of the same thing; its place may be another by now. */
function sameFinding(findings: readonly Finding[], { rule, subject, messageId, path }: Finding): Finding | undefined {
  const same = findings.filter(
    (each) => each.rule === rule && each.subject === subject && each.messageId === messageId,
  );
  return same.find((each) => each.path === path) ?? same[0];
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
