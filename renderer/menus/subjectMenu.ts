import { parseSubject, type SubjectKind } from '../../planner/design/subject.ts';
import { labelOf } from '../actions/action.ts';
import type { ActionRegistry } from '../actions/registry.svelte.ts';
import { shortcutText } from '../actions/shortcut.ts';
import { additionsAround } from '../additions/additions.ts';
import { copyText } from '../controls/copyText.ts';
import type { MenuGroup, MenuItem } from '../controls/menuItems.ts';
import { perform } from '../state/perform.ts';
import { locate } from '../subjects/locate.ts';
import { countedSubjects } from '../subjects/kinds.ts';
import { subjectName } from '../subjects/subjectName.ts';

/** What a new server can be placed in. */
const takesServers: ReadonlySet<SubjectKind> = new Set(['dag', 'datacenter']);

/** What can be done with what is selected, from wherever it was asked for. */
export function subjectMenu(registry: ActionRegistry): readonly MenuGroup[] {
  const { workspace } = registry;
  const { document, dialogs } = workspace;
  if (!document) return [];
  const { design, selected, selection } = document;
  const items = (ids: readonly string[]): MenuItem[] => ids.map((id) => itemOf(registry, id));
  const edits = items(['cut', 'copy', 'paste', 'duplicate', 'rename', 'move-to', 'delete']);
  const heading = selection.length > 1 ? `${countedSubjects(selection)} selected` : subjectName(selected);
  const looks = items(selected === 'design' ? ['zoom-fit'] : ['zoom-selection', 'focus', 'select-alike', 'add-note']);
  const ordering = items(
    ['move-earlier', 'move-later', 'sort-by-name'].filter((id) => registry.get(id).obstacle?.() === undefined),
  );
  const templates = items(
    ['use-template', 'save-template'].filter((id) => registry.get(id).obstacle?.() === undefined),
  );
  if (selection.length > 1) {
    return [{ heading, items: looks }, { items: edits }, { items: ordering }, { items: templates }].filter(
      ({ items: { length } }) => length > 0,
    );
  }

  const title = locate(design, selected)?.title ?? subjectName(selected);
  const copyName = (): void => dialogs.say(copyText(title) ? `Copied: ${title}` : 'The name could not be copied');
  const additions = additionsAround(design, selected).find(({ owner }) => owner === selected)?.additions ?? [];
  const groups: readonly MenuGroup[] = [
    { heading, items: [...looks, { label: 'Copy the name', run: copyName }] },
    {
      items: [
        ...additions.map(({ member, obstacle, made }) => ({
          label: `Add ${member}`,
          obstacle,
          run: () => (made ? perform(workspace, made) : dialogs.say(`Add ${member}: ${obstacle}`)),
        })),
        ...(takesServers.has(parseSubject(selected)?.kind ?? 'design') ? items(['new-from-template']) : []),
      ],
    },
    { items: selected === 'design' ? items(['paste']) : edits },
    { items: ordering },
    { items: templates },
  ];
  return groups.filter((group) => group.items.length > 0);
}

function itemOf(registry: ActionRegistry, id: string): MenuItem {
  const action = registry.get(id);
  return {
    label: labelOf(action),
    shortcut: action.shortcut && shortcutText(action.shortcut),
    checked: action.checked?.(),
    obstacle: action.obstacle?.(),
    run: () => registry.run(action),
  };
}
