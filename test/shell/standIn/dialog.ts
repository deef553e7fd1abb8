import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import type { AskedDialog } from '../shellApp.ts';
import type { Machine } from './machine.ts';

type Members =
  | 'showOpenDialog'
  | 'showSaveDialog'
  | 'showMessageBox'
  | 'showMessageBoxSync'
  | 'showOpenDialogSync'
  | 'showSaveDialogSync'
  | 'showErrorBox';

/** The dialogs of the system: they answer what the test has said they answer, and one that nobody expects is a fault. */
export function standInDialog(machine: Machine): Pick<Dialog, Members> {
  const { dialogs, notes } = machine;

  function asked<T>(act: () => T): T {
    if (!machine.app.isReady()) throw new Error('dialog module can only be used after app is ready');
    try {
      return act();
    } catch (error) {
      notes.faults.push(String(error));
      throw error;
    }
  }
  const open = (options: OpenDialogOptions) =>
    asked(() => dialogs.take({ kind: 'open', ...common(options), ...extensionsOf(options) }).paths);
  const save = (options: SaveDialogOptions) =>
    asked(() => dialogs.take({ kind: 'save', ...common(options), ...extensionsOf(options) }).path);
  const message = (options: MessageBoxOptions) =>
    asked(() => {
      const buttons = (options.buttons ?? ['OK']).map(plainLabel);
      const { button } = dialogs.take({ kind: 'message', ...common(options), buttons });
      const at = buttons.indexOf(button);
      if (at < 0) throw new Error(`The dialog has no button ${button}, only ${buttons.join(', ')}`);
      return at;
    });

  return {
    showOpenDialog: async (...args: unknown[]) => {
      const paths = open(lastOf(args));
      await dialogs.answered();
      return { canceled: paths === null, filePaths: [...(paths ?? [])] };
    },
    showOpenDialogSync: (...args: unknown[]) => open(lastOf(args))?.slice(),
    showSaveDialog: async (...args: unknown[]) => {
      const path = save(lastOf(args));
      await dialogs.answered();
      return { canceled: path === null, filePath: path ?? '' };
    },
    showSaveDialogSync: (...args: unknown[]) => save(lastOf(args)) ?? '',
    showMessageBox: async (...args: unknown[]) => {
      const response = message(lastOf(args));
      await dialogs.answered();
      return { response, checkboxChecked: false };
    },
    showMessageBoxSync: (...args: unknown[]) => message(lastOf(args)),
    showErrorBox: (title, content) => dialogs.note({ kind: 'error', title, message: content }),
  };
}

/** The options stand last, behind the parent window where one is given. */
const lastOf = <T>(args: readonly unknown[]): T => args.at(-1) as T;

const plainLabel = (label: string): string => label.replace(/&(.)/g, '$1');

type Texts = Pick<AskedDialog, 'title' | 'message' | 'detail' | 'defaultPath'>;

function common(options: Texts): Texts {
  const { title, message, detail, defaultPath } = options;
  return {
    ...(title !== undefined && { title }),
    ...(message !== undefined && { message }),
    ...(detail !== undefined && { detail }),
    ...(defaultPath !== undefined && { defaultPath }),
  };
}

function extensionsOf({ filters }: Pick<OpenDialogOptions, 'filters'>): Pick<AskedDialog, 'extensions'> {
  return filters ? { extensions: filters.flatMap(({ extensions }) => extensions) } : {};
}
