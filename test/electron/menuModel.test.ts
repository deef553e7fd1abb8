import { describe, expect, it } from 'vitest';
import { acceleratorOf, menuModel } from '../../electron/main/menuModel.ts';
import type { MenuAction } from '../../schemas/generated/messages.ts';

type Items = ReturnType<typeof menuModel>;

const actions: MenuAction[] = [
  { id: 'open', group: 'file', label: 'Open…', shortcut: 'Mod+O', enabled: true },
  { id: 'save', group: 'file', label: 'Save', shortcut: 'Mod+S', enabled: false },
  { id: 'undo', group: 'edit', label: 'Undo: Rename A & B', shortcut: 'Mod+Z', enabled: true },
  { id: 'zoom-in', group: 'view', label: 'Zoom in', shortcut: '+', enabled: true },
  { id: 'theme-dark', group: 'view', label: 'Theme: dark', enabled: true, checked: true },
  { id: 'fix-all', group: 'design', label: 'Fix all mechanical', enabled: true },
  { id: 'shortcuts', group: 'help', label: 'Keyboard shortcuts', shortcut: '?', enabled: true },
];

/** A menu as lines: a label with its keys, a role in angle brackets, "-" for a line; what is off in brackets, what is on with a mark. */
function lines(items: Items): unknown[] {
  return items.map((item) => {
    if (item.type === 'separator') return '-';
    const { role, label = '', accelerator, enabled = true, checked, submenu } = item;
    const text = [label, role && `<${role}>`, checked && '✓', accelerator].filter(Boolean).join(' ');
    if (Array.isArray(submenu)) return [text, ...lines(submenu)];
    return enabled ? text : `(${text})`;
  });
}

const documentation = [
  'Microsoft’s documentation',
  'The Exchange 2016 Preferred Architecture',
  'Exchange 2019 preferred architecture',
  'Planning for high availability and site resilience',
  'Exchange Server system requirements',
  'Exchange Server supportability matrix',
  'Exchange Server storage configuration options',
];
const sizes = [
  'Larger text and controls <zoomIn>',
  'Smaller text and controls <zoomOut>',
  'Usual size <resetZoom>',
  '-',
  '<togglefullscreen>',
];

describe('menuModel(facts) makes the menu of the window that the user works in', () => {
  it.each<[NodeJS.Platform, string]>([
    ['linux', 'Quit CmdOrCtrl+Q'],
    ['win32', 'Exit CmdOrCtrl+Q'],
  ])('on %s', (platform, quit) => {
    expect(lines(menuModel({ actions, hasWindow: true, platform, packaged: true }))).toEqual([
      [
        'File',
        'New window CmdOrCtrl+Shift+N',
        '-',
        'Open… CmdOrCtrl+O',
        '(Save CmdOrCtrl+S)',
        '-',
        'Close window CmdOrCtrl+W',
        quit,
      ],
      ['Edit', 'Undo: Rename A && B CmdOrCtrl+Z', '-', '<cut>', '<copy>', '<paste>', '<selectAll>'],
      ['View', 'Zoom in Plus', 'Theme: dark ✓', '-', ...sizes],
      ['Design', 'Fix all mechanical'],
      ['Window', '<minimize>'],
      ['Help', 'Keyboard shortcuts ?', '-', documentation, '-', 'Open log folder', 'Licences', 'About Dagwright'],
    ]);
  });

  it('on macOS, whose program menu has "about" and "quit", and whose keys without Command belong to text fields', () => {
    expect(lines(menuModel({ actions, hasWindow: true, platform: 'darwin', packaged: true }))).toEqual([
      [
        'Dagwright',
        'About Dagwright',
        '-',
        '<services>',
        '-',
        '<hide>',
        '<hideOthers>',
        '<unhide>',
        '-',
        'Quit Dagwright CmdOrCtrl+Q',
      ],
      [
        'File',
        'New window CmdOrCtrl+Shift+N',
        '-',
        'Open… CmdOrCtrl+O',
        '(Save CmdOrCtrl+S)',
        '-',
        'Close window CmdOrCtrl+W',
      ],
      ['Edit', 'Undo: Rename A && B CmdOrCtrl+Z', '-', '<cut>', '<copy>', '<paste>', '<selectAll>'],
      ['View', 'Zoom in', 'Theme: dark ✓', '-', ...sizes],
      ['Design', 'Fix all mechanical'],
      '<windowMenu>',
      ['Help <help>', 'Keyboard shortcuts', '-', documentation, '-', 'Open log folder', 'Licences'],
    ]);
  });

  it('without a window, as on macOS, offers a new one', () => {
    const items = lines(menuModel({ actions: [], hasWindow: false, platform: 'darwin', packaged: true }));
    expect(items[1]).toEqual(['File', 'New window CmdOrCtrl+Shift+N', '-', '(Close window CmdOrCtrl+W)']);
    expect(items.flat()).not.toContain('Design');
  });

  it('has what developers need where the program is not packaged', () => {
    const view = lines(menuModel({ actions, hasWindow: true, platform: 'linux', packaged: false }))[2];
    expect(view).toEqual(['View', 'Zoom in Plus', 'Theme: dark ✓', '-', ...sizes, '-', '<reload>', '<toggleDevTools>']);
  });

  it('shows the page’s shortcuts without taking them from the page', () => {
    const all = menuModel({ actions, hasWindow: true, platform: 'linux', packaged: true }).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    const ofPage = all.filter(({ id }) => actions.some((action) => action.id === id));
    expect(ofPage).toHaveLength(actions.length);
    expect(ofPage.filter(({ accelerator }) => accelerator).map((item) => item.registerAccelerator)).toEqual(
      actions.filter(({ shortcut }) => shortcut).map(() => false),
    );
  });
});

describe('acceleratorOf(shortcut, platform) writes the page’s shortcuts as Electron does', () => {
  it.each<[string, string, string | undefined]>([
    ['Mod+S', 'CmdOrCtrl+S', 'CmdOrCtrl+S'],
    ['Mod+Shift+S', 'CmdOrCtrl+Shift+S', 'CmdOrCtrl+Shift+S'],
    ['Mod+Alt+N', 'CmdOrCtrl+Alt+N', 'CmdOrCtrl+Alt+N'],
    ['Mod++', 'CmdOrCtrl+Plus', 'CmdOrCtrl+Plus'],
    ['Alt+1', 'Alt+1', undefined],
    ['+', 'Plus', undefined],
    ['-', '-', undefined],
    ['?', '?', undefined],
  ])('%s', (shortcut, elsewhere, onMac) => {
    expect([acceleratorOf(shortcut, 'linux'), acceleratorOf(shortcut, 'darwin')]).toEqual([elsewhere, onMac]);
  });
});
