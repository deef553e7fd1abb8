import type { MenuItemConstructorOptions } from 'electron';
import type { MenuAction } from '../../schemas/generated/messages.ts';
import { links } from './links.ts';

/** What the shell itself does at the choice of a menu item; the colon keeps the ids apart from those of a page's actions. */
export const commands = {
  newWindow: 'shell:new-window',
  closeWindow: 'shell:close-window',
  openLogFolder: 'shell:open-log-folder',
  openLicences: 'shell:open-licences',
  showAbout: 'shell:show-about',
  quit: 'shell:quit',
} as const;

/** The id of an item that opens one of the shell's links is this and the link's name. */
export const LINK_PREFIX = 'link:';

interface Facts {
  /** The actions of the window that the user works in, in menu order; none where there is no window. */
  readonly actions: readonly MenuAction[];
  readonly hasWindow: boolean;
  readonly platform: NodeJS.Platform;
  /** What only developers need is left out of a packaged program. */
  readonly packaged: boolean;
}

type Items = MenuItemConstructorOptions[];
const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The application menu as plain data: an item that does something of ours has an id, the others a role of Electron's. */
export function menuModel(facts: Facts): Items {
  const { platform, hasWindow, packaged } = facts;
  const isMac = platform === 'darwin';
  const actions = (group: MenuAction['group']): Items =>
    facts.actions.filter((action) => action.group === group).map((action) => actionItem(action, platform));

  const newWindow = { id: commands.newWindow, label: 'New window', accelerator: 'CmdOrCtrl+Shift+N' };
  const closeWindow = {
    id: commands.closeWindow,
    label: 'Close window',
    accelerator: 'CmdOrCtrl+W',
    enabled: hasWindow,
  };
  const quit = { id: commands.quit, label: platform === 'win32' ? 'Exit' : 'Quit', accelerator: 'CmdOrCtrl+Q' };
  const about = { id: commands.showAbout, label: 'About Dagwright' };
  const logFolder = { id: commands.openLogFolder, label: 'Open log folder' };
  const licences = { id: commands.openLicences, label: 'Licences' };

  const appMenu: Items = [
    about,
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { ...quit, label: 'Quit Dagwright' },
  ];

  return [
    ...(isMac ? [{ label: 'Dagwright', submenu: appMenu }] : []),
    {
      label: 'File',
      submenu: sections([newWindow], actions('file'), isMac ? [closeWindow] : [closeWindow, quit]),
    },
    {
      label: 'Edit',
      submenu: sections(actions('edit'), [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]),
    },
    {
      label: 'View',
      submenu: sections(
        actions('view'),
        [
          { role: 'zoomIn', label: 'Larger text and controls' },
          { role: 'zoomOut', label: 'Smaller text and controls' },
          { role: 'resetZoom', label: 'Usual size' },
        ],
        [{ role: 'togglefullscreen' }],
        packaged ? [] : [{ role: 'reload' }, { role: 'toggleDevTools' }],
      ),
    },
    ...submenuOf('Design', actions('design')),
    isMac ? { role: 'windowMenu' } : { label: 'Window', submenu: [{ role: 'minimize' }] },
    {
      label: 'Help',
      ...(isMac ? { role: 'help' as const } : {}),
      submenu: sections(
        actions('help'),
        [{ label: 'Microsoft’s documentation', submenu: linkItems() }],
        isMac ? [logFolder, licences] : [logFolder, licences, about],
      ),
    },
  ];
}

function submenuOf(label: string, items: Items): Items {
  return items.length > 0 ? [{ label, submenu: items }] : [];
}

/** One list with a line between the parts that are not empty. */
function sections(...parts: readonly Items[]): Items {
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [separator, ...part]));
}

function linkItems(): Items {
  return Object.entries(links).map(([name, { label }]) => ({ id: LINK_PREFIX + name, label: plainLabel(label) }));
}

function actionItem(action: MenuAction, platform: NodeJS.Platform): MenuItemConstructorOptions {
  const accelerator = action.shortcut === undefined ? undefined : acceleratorOf(action.shortcut, platform);
  return {
    id: action.id,
    label: plainLabel(action.label),
    enabled: action.enabled,
    ...(action.checked === undefined ? {} : { type: 'checkbox', checked: action.checked }),
    // The page listens for its keys itself, so that they follow the keyboard's layout and leave text fields alone.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  };
}

/** `&` would underline the next letter. */
function plainLabel(label: string): string {
  return label.replaceAll('&', '&&');
}

const acceleratorKeys: Readonly<Record<string, string>> = {
  Mod: 'CmdOrCtrl',
  '+': 'Plus',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
};

/**
 * A shortcut of the page, such as "Mod+Shift+S", as Electron writes it. macOS takes whatever a menu shows away from text fields,
 * so that only keys with Command are shown there.
 */
export function acceleratorOf(shortcut: string, platform: NodeJS.Platform): string | undefined {
  const parts = shortcut.split(/\+(?=.)/);
  if (platform === 'darwin' && !parts.includes('Mod')) return undefined;
  return parts.map((part) => acceleratorKeys[part] ?? part).join('+');
}
