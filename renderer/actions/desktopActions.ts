import AppWindow from '@lucide/svelte/icons/app-window';
import FileClock from '@lucide/svelte/icons/file-clock';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import ExternalLink from '@lucide/svelte/icons/external-link';
import Info from '@lucide/svelte/icons/info';
import type { Desktop } from '../host/host.ts';
import { helpLinks } from '../host/links.ts';
import { guarded } from '../state/guarded.ts';
import { openPrevious } from '../state/open.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import type { Action } from './action.ts';

/** What the desktop program does beside designs; its own menu has these too. */
export function desktopActions(workspace: Workspace, desktop: Desktop): readonly Action[] {
  const asking = (what: () => Promise<void>) => (): void => void guarded(workspace, 'This did not work', what);
  return [
    {
      id: 'new-window',
      group: 'file',
      label: 'New window',
      icon: AppWindow,
      ofShell: true,
      run: asking(desktop.newWindow),
    },
    ...Object.entries(helpLinks).map(([name, link]): Action => ({
      id: `link-${name}`,
      group: 'help',
      label: `Microsoft’s documentation: ${link.label}`,
      icon: ExternalLink,
      ofShell: true,
      run: asking(() => desktop.openLink(name)),
    })),
    {
      id: 'open-log-folder',
      group: 'help',
      label: 'Open log folder',
      icon: FolderOpen,
      ofShell: true,
      run: asking(desktop.openLogFolder),
    },
    {
      id: 'about',
      group: 'help',
      label: 'About Dagwright',
      icon: Info,
      ofShell: true,
      run: asking(desktop.showAbout),
    },
  ];
}

export function previousVersion(workspace: Workspace): Action {
  return {
    id: 'previous-version',
    group: 'file',
    label: 'Open previous version',
    icon: FileClock,
    obstacle: () => (workspace.document?.handle ? undefined : 'Save the design or open one from a file first'),
    run: () => void openPrevious(workspace),
  };
}
