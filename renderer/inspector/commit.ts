import { counted } from '../numbers/format.ts';
import { valueAt } from '../../planner/design/pointer.ts';
import type { Problem } from '../../planner/design/problem.ts';
import { parseSubject } from '../../planner/design/subject.ts';
import { setField, setOwnHardware } from '../state/commands.ts';
import type { DesignDocument } from '../state/document.svelte.ts';
import { rename } from '../state/rename.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import type { Field } from './field.ts';
import { locate } from '../subjects/locate.ts';
import type { Section } from './sections.ts';

/** Takes a field's new value over. A model that several servers share is asked about first. */
export async function commit(
  workspace: Workspace,
  document: DesignDocument,
  field: Field,
  section: Section,
  value: unknown,
): Promise<readonly Problem[]> {
  const { design, selected } = document;
  if (JSON.stringify(valueAt(design, field.path)) === JSON.stringify(value)) return [];
  const what = `${field.label.toLowerCase()} of ${locate(design, selected)?.title ?? 'the design'}`;
  const sharedBy = section.sharedBy ?? [];
  if (sharedBy.length > 1) {
    const server = parseSubject(selected)?.name ?? '';
    const answer = await workspace.dialogs.ask({
      title: `Change ${field.label.toLowerCase()} where?`,
      message: `${counted(sharedBy.length, 'server')} use this server model. A change for ${server} only gives it a model of its own.`,
      choices: [
        { value: 'all', label: `All ${counted(sharedBy.length, 'server')}`, look: 'primary' },
        { value: 'one', label: `${server} only` },
        { value: 'cancel', label: 'Cancel' },
      ],
    });
    if (answer === 'one') return document.apply(setOwnHardware(design, server, field.path, value, what));
    if (answer !== 'all') return [];
  }
  const renaming = typeof value === 'string' ? rename(design, field.path, value) : undefined;
  return document.apply(renaming ?? setField(design, field.path, value, what));
}
