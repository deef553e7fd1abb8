import { HostError } from '../host/host.ts';

/**
 * Puts a picture on the clipboard: a PNG as an image, an SVG as text, which drawing programs and editors take.
 * @throws HostError where the program around the page keeps the clipboard closed
 */
export async function copyPicture(kind: 'svg' | 'png', make: () => string | Promise<Uint8Array>): Promise<void> {
  const type = kind === 'svg' ? 'text/plain' : 'image/png';
  const content = await make();
  const blob = new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type });
  try {
    await navigator.clipboard.write([new ClipboardItem({ [type]: blob })]);
  } catch (error) {
    throw new HostError('The clipboard is closed to this window. Export the picture to a file.', { cause: error });
  }
}
