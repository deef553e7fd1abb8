import type { Clipboard, ClipboardItem } from 'electron';
import { pngSize } from '../../../planner/diagram/pictures/pngChunks.ts';
import type { Notes } from './notes.ts';

/** The system's clipboard: what the program puts there takes the place of what was, and is noted. */
export function standInClipboard(notes: Notes): Pick<Clipboard, 'writeText' | 'write'> {
  return {
    writeText: (text) => {
      notes.clipboard = { text };
      return Promise.resolve();
    },
    write: async ([item]) => {
      const png = await item?.getType('image/png');
      const image = png instanceof Blob ? pngSize(new Uint8Array(await png.arrayBuffer())) : undefined;
      if (!image) throw new Error('Failed to decode the image');
      notes.clipboard = { text: '', image };
    },
  };
}

type Payload = ConstructorParameters<typeof ClipboardItem>[0];

/** Something for the clipboard, by media type. */
export class StandInClipboardItem implements Pick<ClipboardItem, 'types' | 'getType'> {
  readonly #items: Payload;

  constructor(items: Payload) {
    this.#items = items;
  }

  get types(): string[] {
    return Object.keys(this.#items);
  }

  async getType(type: string): Promise<never> {
    const item = await this.#items[type];
    if (item === undefined) throw new Error(`The type ${type} was not found`);
    return item as never;
  }
}
