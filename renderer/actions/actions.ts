import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowLeftRight from '@lucide/svelte/icons/arrow-left-right';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import ChevronsLeftRight from '@lucide/svelte/icons/chevrons-left-right';
import File from '@lucide/svelte/icons/file';
import FilePlus from '@lucide/svelte/icons/file-plus';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Image from '@lucide/svelte/icons/image';
import Keyboard from '@lucide/svelte/icons/keyboard';
import MapIcon from '@lucide/svelte/icons/map';
import Maximize from '@lucide/svelte/icons/maximize';
import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import PanelBottom from '@lucide/svelte/icons/panel-bottom';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import PanelRight from '@lucide/svelte/icons/panel-right';
import Printer from '@lucide/svelte/icons/printer';
import Redo2 from '@lucide/svelte/icons/redo-2';
import Save from '@lucide/svelte/icons/save';
import SaveAll from '@lucide/svelte/icons/save-all';
import Scale from '@lucide/svelte/icons/scale';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/settings';
import Sun from '@lucide/svelte/icons/sun';
import Table2 from '@lucide/svelte/icons/table-2';
import Unplug from '@lucide/svelte/icons/unplug';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Wrench from '@lucide/svelte/icons/wrench';
import X from '@lucide/svelte/icons/x';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';
import { focusAction } from '../focus/focusAction.ts';
import { canTravel, travel } from '../moving/travel.ts';
import { askForPicture } from '../state/askForPicture.ts';
import { fixAll } from '../state/fixes.ts';
import { openEmpty, openFile } from '../state/open.ts';
import { mayLeave, saveFile, saveFileAs } from '../state/save.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import type { Action } from './action.ts';
import { failoverActions } from './failoverActions.ts';
import { desktopActions, previousVersion } from './desktopActions.ts';
import { layingOutActions } from './layingOutActions.ts';
import { templateActions } from './templateActions.ts';

/** Everything the user can do, in menu order. */
export function makeActions(workspace: Workspace): readonly Action[] {
  const noDocument = (): string | undefined => (workspace.document ? undefined : 'Open or make a design first');
  const noCanvas = (): string | undefined => (workspace.canvas ? undefined : 'Show the topology first');
  const { dialogs, preferences } = workspace;
  const { desktop } = workspace.host;
  return [
    {
      id: 'new',
      group: 'file',
      label: 'New design…',
      icon: FilePlus,
      shortcut: 'Mod+Alt+N',
      inFields: 'always',
      run: () => (workspace.screen = 'form'),
    },
    {
      id: 'new-empty',
      group: 'file',
      label: 'New empty design',
      icon: File,
      run: () => void openEmpty(workspace),
    },
    {
      id: 'open',
      group: 'file',
      label: 'Open…',
      icon: FolderOpen,
      shortcut: 'Mod+O',
      inFields: 'always',
      run: () => void openFile(workspace),
    },
    {
      id: 'save',
      group: 'file',
      label: 'Save',
      icon: Save,
      shortcut: 'Mod+S',
      inFields: 'always',
      obstacle: noDocument,
      run: () => void saveFile(workspace),
    },
    {
      id: 'save-as',
      group: 'file',
      label: 'Save as…',
      icon: SaveAll,
      shortcut: 'Mod+Shift+S',
      inFields: 'always',
      obstacle: noDocument,
      run: () => void saveFileAs(workspace),
    },
    ...(desktop ? [previousVersion(workspace)] : []),
    {
      id: 'export-picture',
      group: 'file',
      label: 'Export picture…',
      shortcut: 'Mod+Shift+E',
      inFields: 'always',
      icon: Image,
      obstacle: noDocument,
      run: () => void askForPicture(workspace),
    },
    {
      id: 'print',
      group: 'file',
      label: 'Print…',
      icon: Printer,
      shortcut: 'Mod+P',
      inFields: 'always',
      obstacle: noDocument,
      run: () => window.print(),
    },
    {
      id: 'close',
      group: 'file',
      label: 'Close design',
      icon: X,
      obstacle: noDocument,
      run: () => void close(workspace),
    },
    {
      id: 'undo',
      group: 'edit',
      label: () => labelled('Undo', workspace.document?.undoable?.label),
      icon: Undo2,
      shortcut: 'Mod+Z',
      inFields: 'settled',
      obstacle: () => noDocument() ?? (workspace.document?.undoable ? undefined : 'Nothing to undo'),
      run: () => {
        const label = workspace.document?.undoable?.label;
        workspace.document?.undo();
        dialogs.announce(`Undone: ${label}`);
      },
    },
    {
      id: 'redo',
      group: 'edit',
      label: () => labelled('Redo', workspace.document?.redoable?.label),
      icon: Redo2,
      shortcut: 'Mod+Shift+Z',
      inFields: 'settled',
      obstacle: () => noDocument() ?? (workspace.document?.redoable ? undefined : 'Nothing to redo'),
      run: () => {
        const label = workspace.document?.redoable?.label;
        workspace.document?.redo();
        dialogs.announce(`Done again: ${label}`);
      },
    },
    ...layingOutActions(workspace),
    ...templateActions(workspace),
    {
      id: 'fix-all',
      group: 'design',
      label: 'Fix all mechanical',
      icon: Wrench,
      obstacle: () =>
        noDocument() ??
        (workspace.document?.verdict.findings.some(({ fixable, waiver }) => fixable && !waiver)
          ? undefined
          : 'No finding has a mechanical fix'),
      run: () => fixAll(workspace),
    },
    {
      id: 'improve-layout',
      group: 'design',
      label: 'Rebalance database copies…',
      icon: Scale,
      obstacle: () => noDocument() ?? (hasCopies(workspace) ? undefined : 'No database has a copy'),
      run: () => (dialogs.improvingLayout = true),
    },
    ...failoverActions(workspace),
    {
      id: 'search',
      group: 'view',
      label: 'Search and commands…',
      icon: Search,
      shortcut: 'Mod+K',
      inFields: 'always',
      run: () => (dialogs.paletteOpen = true),
    },
    {
      id: 'back',
      group: 'view',
      label: 'Back',
      icon: ArrowLeft,
      shortcut: 'Alt+Shift+ArrowLeft',
      obstacle: () => noDocument() ?? (canTravel(workspace, -1) ? undefined : 'Nothing was looked at before'),
      run: () => travel(workspace, -1),
    },
    {
      id: 'forward',
      group: 'view',
      label: 'Forward',
      icon: ArrowRight,
      shortcut: 'Alt+Shift+ArrowRight',
      obstacle: () => noDocument() ?? (canTravel(workspace, 1) ? undefined : 'Nothing was looked at afterwards'),
      run: () => travel(workspace, 1),
    },
    {
      id: 'view-topology',
      group: 'view',
      label: 'Topology',
      icon: ChevronsLeftRight,
      shortcut: 'Alt+1',
      obstacle: noDocument,
      checked: () => workspace.view === 'topology',
      run: () => (workspace.view = 'topology'),
    },
    {
      id: 'view-copy-layout',
      group: 'view',
      label: 'Copy layout',
      icon: Table2,
      shortcut: 'Alt+2',
      obstacle: noDocument,
      checked: () => workspace.view === 'copyLayout',
      run: () => (workspace.view = 'copyLayout'),
    },
    {
      id: 'view-capacity',
      group: 'view',
      label: 'Capacity',
      icon: ChartColumn,
      shortcut: 'Alt+3',
      obstacle: noDocument,
      checked: () => workspace.view === 'capacity',
      run: () => (workspace.view = 'capacity'),
    },
    {
      id: 'view-failover',
      group: 'view',
      label: 'Failover',
      icon: Unplug,
      shortcut: 'Alt+4',
      obstacle: noDocument,
      checked: () => workspace.view === 'failover',
      run: () => (workspace.view = 'failover'),
    },
    {
      id: 'view-replication',
      group: 'view',
      label: 'Replication',
      icon: ArrowLeftRight,
      shortcut: 'Alt+5',
      obstacle: noDocument,
      checked: () => workspace.view === 'replication',
      run: () => (workspace.view = 'replication'),
    },
    {
      id: 'zoom-fit',
      group: 'view',
      label: 'Zoom to fit',
      icon: Maximize,
      shortcut: '0',
      obstacle: noCanvas,
      run: () => workspace.canvas?.fit(),
    },
    {
      id: 'zoom-in',
      group: 'view',
      label: 'Zoom in',
      icon: ZoomIn,
      shortcut: '+',
      obstacle: noCanvas,
      run: () => workspace.canvas?.zoomIn(),
    },
    {
      id: 'zoom-out',
      group: 'view',
      label: 'Zoom out',
      icon: ZoomOut,
      shortcut: '-',
      obstacle: noCanvas,
      run: () => workspace.canvas?.zoomOut(),
    },
    {
      id: 'zoom-selection',
      group: 'view',
      label: 'Zoom to selection',
      shortcut: 'Z',
      obstacle: noCanvas,
      run: () => workspace.canvas?.zoomTo(workspace.document?.selected ?? 'design'),
    },
    focusAction(workspace),
    {
      id: 'toggle-outline',
      group: 'view',
      label: 'Outline',
      icon: PanelLeft,
      obstacle: noDocument,
      checked: () => preferences.values.outlineOpen,
      run: () => preferences.toggle('outlineOpen'),
    },
    {
      id: 'toggle-inspector',
      group: 'view',
      label: 'Inspector',
      icon: PanelRight,
      obstacle: () =>
        noDocument() ?? (workspace.view === 'failover' ? 'The failover view has its own panel' : undefined),
      checked: () => preferences.values.inspectorOpen,
      run: () => preferences.toggle('inspectorOpen'),
    },
    {
      id: 'toggle-findings',
      group: 'view',
      label: 'Findings',
      icon: PanelBottom,
      obstacle: noDocument,
      checked: () => preferences.values.findingsOpen,
      run: () => preferences.toggle('findingsOpen'),
    },
    {
      id: 'toggle-minimap',
      group: 'view',
      label: 'Map of the drawing',
      icon: MapIcon,
      obstacle: noDocument,
      checked: () => preferences.values.minimapOpen,
      run: () => preferences.toggle('minimapOpen'),
    },
    {
      id: 'theme-system',
      group: 'view',
      label: 'Theme: as the system',
      icon: Monitor,
      checked: () => preferences.values.theme === 'system',
      run: () => preferences.setLook({ theme: 'system' }),
    },
    {
      id: 'theme-light',
      group: 'view',
      label: 'Theme: light',
      icon: Sun,
      checked: () => preferences.values.theme === 'light',
      run: () => preferences.setLook({ theme: 'light' }),
    },
    {
      id: 'theme-dark',
      group: 'view',
      label: 'Theme: dark',
      icon: Moon,
      checked: () => preferences.values.theme === 'dark',
      run: () => preferences.setLook({ theme: 'dark' }),
    },
    {
      id: 'settings',
      group: 'edit',
      label: 'Settings…',
      icon: Settings,
      shortcut: 'Mod+,',
      inFields: 'always',
      run: () => (dialogs.settingsOpen = true),
    },
    {
      id: 'shortcuts',
      group: 'help',
      label: 'Keyboard shortcuts',
      icon: Keyboard,
      shortcut: '?',
      run: () => (dialogs.shortcutsOpen = true),
    },
    ...(desktop ? desktopActions(workspace, desktop) : []),
  ];
}

function hasCopies({ document }: Workspace): boolean {
  return Boolean(document?.design.dags?.some(({ databases }) => databases?.some(({ copies }) => copies?.length)));
}

function labelled(verb: string, what: string | undefined): string {
  return what ? `${verb}: ${what}` : verb;
}

async function close(workspace: Workspace): Promise<void> {
  if (await mayLeave(workspace)) workspace.close();
}
