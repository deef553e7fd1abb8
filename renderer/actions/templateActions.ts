import BookmarkPlus from '@lucide/svelte/icons/bookmark-plus';
import LayoutTemplate from '@lucide/svelte/icons/layout-template';
import ServerPlus from '@lucide/svelte/icons/server-plus';
import { indexDesign } from '../../planner/design/index.ts';
import { parseSubject } from '../../planner/design/subject.ts';
import type { Hardware } from '../../planner/design/types.ts';
import { templateObstacle } from '../hardware/applying.ts';
import { ownTemplates } from '../hardware/ownTemplates.svelte.ts';
import { catalogTemplates } from '../hardware/templates.ts';
import { aroundOf } from '../layingOut/around.ts';
import { place } from '../layingOut/placing.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { subjectName } from '../subjects/subjectName.ts';
import type { Action } from './action.ts';

/** What is done with templates of server models. */
export function templateActions(workspace: Workspace): readonly Action[] {
  const { dialogs } = workspace;
  return [
    {
      id: 'new-from-template',
      group: 'design',
      label: 'New server from template…',
      icon: ServerPlus,
      obstacle: () => noDocument(workspace),
      run: () => askForNew(workspace),
    },
    {
      id: 'use-template',
      group: 'design',
      label: 'Use hardware template…',
      icon: LayoutTemplate,
      obstacle: () => noDocument(workspace) ?? templateObstacle(workspace.document?.selection ?? []),
      run: () => askForUse(workspace),
    },
    {
      id: 'save-template',
      group: 'design',
      label: 'Save as hardware template…',
      icon: BookmarkPlus,
      obstacle: () => {
        const model = noDocument(workspace) ?? modelAtSelection(workspace);
        return typeof model === 'string' ? model : undefined;
      },
      run: () => {
        const model = modelAtSelection(workspace);
        if (typeof model === 'object') dialogs.template = { kind: 'keep', model };
      },
    },
    {
      id: 'own-templates',
      group: 'design',
      label: 'Your hardware templates…',
      obstacle: () => noDocument(workspace),
      run: () => (dialogs.template = { kind: 'manage' }),
    },
  ];
}

/** Each template by its name, for the palette: used for the servers that are selected, and for a new one. */
export function actionsOfTemplates(workspace: Workspace): readonly Action[] {
  const { document } = workspace;
  if (!document) return [];
  const { selection } = document;
  const names = [...catalogTemplates, ...ownTemplates(workspace).templates].map(({ name }) => name);
  const whom = selection.length === 1 ? subjectName(document.selected) : countedSubjects(selection);
  return [
    ...(templateObstacle(selection) === undefined ? names : []).map((name): Action => ({
      id: `use-template ${name}`,
      group: 'design',
      label: `Use template ${name} for ${whom}`,
      run: () => askForUse(workspace, name),
    })),
    ...names.map((name): Action => ({
      id: `new-from-template ${name}`,
      group: 'design',
      label: `New server from template ${name}`,
      run: () => askForNew(workspace, name),
    })),
  ];
}

const noDocument = ({ document }: Workspace): string | undefined =>
  document ? undefined : 'Open or make a design first';

function askForUse({ document, dialogs }: Workspace, template?: string): void {
  if (document)
    dialogs.template = { kind: 'use', servers: document.selection, ...(template !== undefined && { template }) };
}

function askForNew({ document, dialogs }: Workspace, template?: string): void {
  if (!document) return;
  const around = aroundOf(document.design, document.selected);
  const made = place(document.design, 'server', around);
  if (typeof made === 'string') dialogs.say(`New server: ${made}`);
  else dialogs.template = { kind: 'new', around, ...(template !== undefined && { template }) };
}

/** The server model that is selected, or that of the selected server; or why there is none. */
function modelAtSelection({ document }: Workspace): Hardware | string {
  const unclear = 'Select one server or server model first';
  if (document?.selection.length !== 1) return unclear;
  const { servers, hardware } = indexDesign(document.design);
  const { kind, name } = parseSubject(document.selected) ?? { kind: 'design', name: '' };
  if (kind === 'hardware') return hardware.get(name)?.value ?? unclear;
  if (kind !== 'server') return unclear;
  return servers.get(name)?.hardware?.value ?? `${name} states no server model`;
}
