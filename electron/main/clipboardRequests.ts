import type { Clipboard, ClipboardItem } from 'electron';
import { pngSize } from '../../planner/diagram/pictures/pngChunks.ts';
import type { Answer } from './ipcGuard.ts';
import { ShellError } from './shellError.ts';

interface Parts {
  readonly clipboard: Pick<Clipboard, 'writeText' | 'write'>;
  readonly Item: new (items: Record<string, Blob>) => ClipboardItem;
}

/** A few kilobytes of PNG can stand for gigabytes of pixels, which a clipboard holds one by one: A0 at 200 pixels per inch fits. */
const MOST_PIXELS = 64 * 1024 * 1024;

/** What a page puts on the system's clipboard: pictures only, for its own way to it would need a permission. */
export function clipboardRequests(answer: Answer, { clipboard, Item }: Parts): void {
  answer('copyPicture', async ({ kind, text }) => {
    await (kind === 'svg' ? copySvg(text) : copyPng(Buffer.from(text, 'base64'))).catch((error: unknown) => {
      if (error instanceof ShellError) throw error;
      throw new ShellError('The system did not take the picture. Try again, or export it to a file.', { cause: error });
    });
    return null;
  });

  async function copySvg(text: string): Promise<void> {
    if (!/^<svg\s/.test(text.replace(/^<\?xml [^>]*>\s*/, '')))
      throw new ShellError('This is no SVG picture. Nothing was copied.');
    await clipboard.writeText(text);
  }

  async function copyPng(png: Buffer): Promise<void> {
    const size = pngSize(png);
    if (!size) throw new ShellError('This is no PNG picture. Nothing was copied.');
    if (size.width * size.height > MOST_PIXELS) {
      throw new ShellError(
        `The picture has ${size.width} × ${size.height} pixels, more than the clipboard takes. Choose a lower resolution or export it to a file.`,
      );
    }
    await clipboard.write([new Item({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) })]);
  }
}
