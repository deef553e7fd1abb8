import type { Page } from '@playwright/test';

/** A file that the browser's file dialogs give, and that another program can write. */
export interface KeptFile {
  readonly read: () => Promise<string>;
  readonly write: (text: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

const NAME = 'kept.dagwright.json';

/** Chromium's own file dialogs cannot be driven: in their place stands one file of the origin's private file system. */
export async function withKeptFile(page: Page, text: string): Promise<KeptFile> {
  await page.addInitScript(
    ([name, content]) => {
      const handle = async (file: string): Promise<FileSystemFileHandle> =>
        (await navigator.storage.getDirectory()).getFileHandle(file, { create: true });
      const write = async (file: FileSystemFileHandle, what: string): Promise<void> => {
        const stream = await file.createWritable();
        await stream.write(what);
        await stream.close();
      };
      Object.assign(window, {
        showOpenFilePicker: async () => {
          const file = await handle(name);
          await write(file, content);
          return [file];
        },
        showSaveFilePicker: () => handle(`other-${name}`),
      });
    },
    [NAME, text] as const,
  );
  return {
    read: () =>
      page.evaluate(async (name) => {
        const folder = await navigator.storage.getDirectory();
        return (await (await folder.getFileHandle(name)).getFile()).text();
      }, NAME),
    write: (content) =>
      page.evaluate(
        async ([name, what]) => {
          const folder = await navigator.storage.getDirectory();
          const stream = await (await folder.getFileHandle(name)).createWritable();
          await stream.write(what);
          await stream.close();
        },
        [NAME, content] as const,
      ),
    remove: () =>
      page.evaluate(async (name) => {
        await (await navigator.storage.getDirectory()).removeEntry(name);
      }, NAME),
  };
}
