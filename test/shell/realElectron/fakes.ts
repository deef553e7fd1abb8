import type * as Electron from 'electron';
import type { AskedDialog } from '../shellApp.ts';

export type Answer =
  | { readonly kind: 'open'; readonly paths: readonly string[] | null }
  | { readonly kind: 'save'; readonly path: string | null }
  | { readonly kind: 'message'; readonly button: string };

/** What is kept in Electron's main process for the specs. */
export interface Kept {
  readonly answers: Answer[];
  readonly asked: AskedDialog[];
  readonly faults: string[];
  readonly links: string[];
  readonly folders: string[];
  about: number;
}

export const KEPT = '__dagwrightSpecs';

/**
 * Puts the answers of a test in the place of the system's dialogs, and notes in the place of what leads out of the program. Runs in Electron's
 * main process from its source; uses nothing outside itself.
 */
export function installFakes({ app, dialog, shell }: typeof Electron, name: string): void {
  const kept: Kept = { answers: [], asked: [], faults: [], links: [], folders: [], about: 0 };
  Reflect.set(globalThis, name, kept);
  type Options = Electron.OpenDialogOptions & Electron.SaveDialogOptions & Electron.MessageBoxOptions;

  function take(kind: Answer['kind'], args: readonly unknown[]): { answer: Answer; buttons: readonly string[] } {
    const options = args.at(-1) as Options;
    const buttons = (options.buttons ?? ['OK']).map((label) => label.replace(/&(.)/g, '$1'));
    const { title, message, detail, defaultPath, filters } = options;
    const asked = {
      kind,
      ...(title !== undefined && { title }),
      ...(message !== undefined && { message }),
      ...(detail !== undefined && { detail }),
      ...(defaultPath !== undefined && { defaultPath }),
      ...(filters && { extensions: filters.flatMap(({ extensions }) => extensions) }),
      ...(kind === 'message' && { buttons }),
    };
    kept.asked.push(asked);
    const at = kept.answers.findIndex((answer) => answer.kind === kind);
    const [answer] = at < 0 ? [] : kept.answers.splice(at, 1);
    if (!answer) {
      kept.faults.push(`No answer was given to the dialog ${JSON.stringify(asked)}`);
      throw new Error(kept.faults.at(-1));
    }
    return { answer, buttons };
  }
  const open = (args: readonly unknown[]): string[] | undefined => {
    const { answer } = take('open', args);
    return answer.kind === 'open' ? answer.paths?.slice() : undefined;
  };
  const save = (args: readonly unknown[]): string => {
    const { answer } = take('save', args);
    return answer.kind === 'save' ? (answer.path ?? '') : '';
  };
  const press = (args: readonly unknown[]): number => {
    const { answer, buttons } = take('message', args);
    return answer.kind === 'message' ? buttons.indexOf(answer.button) : -1;
  };

  Object.assign(dialog, {
    showOpenDialog: (...args: unknown[]) => {
      const paths = open(args);
      return Promise.resolve({ canceled: !paths, filePaths: paths ?? [] });
    },
    showOpenDialogSync: (...args: unknown[]) => open(args),
    showSaveDialog: (...args: unknown[]) => {
      const filePath = save(args);
      return Promise.resolve({ canceled: filePath === '', filePath });
    },
    showSaveDialogSync: (...args: unknown[]) => save(args),
    showMessageBox: (...args: unknown[]) => Promise.resolve({ response: press(args), checkboxChecked: false }),
    showMessageBoxSync: (...args: unknown[]) => press(args),
    showErrorBox: (title: string, message: string) => void kept.asked.push({ kind: 'error', title, message }),
  });
  Object.assign(shell, {
    openExternal: (url: string) => Promise.resolve(void kept.links.push(url)),
    openPath: (path: string) => Promise.resolve(String(kept.folders.push(path) && '')),
    showItemInFolder: (path: string) => void kept.folders.push(path),
  });
  Object.assign(app, { showAboutPanel: () => void (kept.about += 1) });
}
