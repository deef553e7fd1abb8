import { EventEmitter } from 'node:events';
import type { Menu, MenuItem, MenuItemConstructorOptions } from 'electron';
import type { MenuEntry } from '../shellApp.ts';
import type { Machine, MenuItemPart, MenuPart, WindowPart } from './machine.ts';
import { labelOfRole, runRole } from './menuRoles.ts';

type ItemMembers = 'checked' | 'enabled' | 'id' | 'label' | 'role' | 'type' | 'visible' | 'registerAccelerator';

/** One command of a menu. */
export class StandInMenuItem implements Pick<MenuItem, ItemMembers>, MenuItemPart {
  readonly id: string;
  readonly type: MenuItem['type'];
  readonly role?: MenuItem['role'];
  readonly accelerator?: NonNullable<MenuItemConstructorOptions['accelerator']>;
  readonly registerAccelerator: boolean;
  readonly submenu: StandInMenu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: MenuItemConstructorOptions['click'];

  constructor(options: MenuItemConstructorOptions) {
    const { type, role, accelerator, label, submenu, click } = options;
    if (!label && !role && type !== 'separator') throw new TypeError('A menu item needs a label, a role or a type');
    this.type = type ?? (submenu ? 'submenu' : 'normal');
    if (role) this.role = role as NonNullable<MenuItem['role']>;
    if (accelerator) this.accelerator = accelerator;
    this.id = options.id ?? '';
    this.label = label ?? labelOfRole(role);
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.submenu = Array.isArray(submenu)
      ? StandInMenu.buildFromTemplate(submenu)
      : (submenu as StandInMenu | undefined);
    this.#click = click;
  }

  /** Chooses it as a user does. */
  choose(machine: Machine, window: WindowPart | null): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.role && !this.#click) runRole(machine, this.role, window);
    type Arguments = Parameters<NonNullable<MenuItemConstructorOptions['click']>>;
    this.#click?.(this as unknown as Arguments[0], (window ?? undefined) as unknown as Arguments[1], {});
  }
}

/** A menu, made of commands. */
export class StandInMenu extends EventEmitter implements MenuPart {
  readonly items: StandInMenuItem[] = [];

  static buildFromTemplate(this: void, template: readonly (MenuItemConstructorOptions | MenuItem)[]): StandInMenu {
    const menu = new StandInMenu();
    template.forEach((options) => menu.append(options));
    return menu;
  }

  append(item: MenuItemConstructorOptions | MenuItem | StandInMenuItem): void {
    this.items.push(item instanceof StandInMenuItem ? item : new StandInMenuItem(item as MenuItemConstructorOptions));
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  /** Every visible command with its path of labels. */
  entries(above: readonly string[] = []): readonly (MenuEntry & { readonly item: StandInMenuItem })[] {
    return this.items
      .filter(({ visible, type }) => visible && type !== 'separator')
      .flatMap((item) => {
        const path = [...above, item.label.replace(/&(.)/g, '$1')];
        const { enabled, checked, accelerator, role } = item;
        const entry = { path, enabled, checked, ...(accelerator && { accelerator }), ...(role && { role }), item };
        return [entry, ...(item.submenu?.entries(path) ?? [])];
      });
  }
}

/** The classes that one program sees as `Menu` and `MenuItem`. */
export function menuClasses(machine: Machine) {
  let current: StandInMenu | null = null;
  class ProgramMenu extends StandInMenu {
    static setApplicationMenu = (menu: StandInMenu | null): void => void (machine.menu = current = menu);
    static getApplicationMenu = (): StandInMenu | null => current;
    static sendActionToFirstResponder = (): void => undefined;
  }
  // The statics take part in the type check as far as their parameters are Electron's own.
  ProgramMenu.buildFromTemplate satisfies (template: Parameters<typeof Menu.buildFromTemplate>[0]) => StandInMenu;
  return { Menu: ProgramMenu, MenuItem: StandInMenuItem };
}
