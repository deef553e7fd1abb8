import { designInPng, isPng } from '../../../planner/diagram/pictures/pngChunks.ts';
import { designInSvg, isSvg } from '../../../planner/interop/embeddedDesign.ts';
import { HostError } from '../host.ts';

/** Largest file that is read at all; the largest real design is below 2 MB. */
const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

const designType = {
  description: 'Dagwright design',
  accept: {
    'application/json': ['.json'],
    'image/svg+xml': ['.svg'],
    'image/png': ['.png'],
  } satisfies Record<string, `.${string}`[]>,
};

/** The File System Access API's pickers, which only some browsers have. */
interface Pickers {
  showOpenFilePicker?: (options: object) => Promise<FileSystemFileHandle[]>;
  showSaveFilePicker?: (options: object) => Promise<FileSystemFileHandle>;
}

const pickers = (): Pickers => window as Pickers;

export const canPickFiles = (): boolean => pickers().showOpenFilePicker !== undefined;

/** Asks for a file to open; undefined when cancelled. */
export async function pickFile(): Promise<FileSystemFileHandle | undefined> {
  const handles = await unlessCancelled(pickers().showOpenFilePicker?.({ types: [designType], multiple: false }));
  return handles?.[0];
}

/** Asks where to save; undefined when cancelled or where the browser has no such dialog. */
export async function pickTarget(
  suggestedName: string,
  mediaType = 'application/json',
): Promise<FileSystemFileHandle | undefined> {
  const extension = suggestedName.slice(suggestedName.lastIndexOf('.'));
  const types = [{ accept: { [mediaType]: [extension] } }];
  return unlessCancelled(pickers().showSaveFilePicker?.({ suggestedName, types }));
}

async function unlessCancelled<T>(picked: Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await picked;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw new HostError('The file dialog could not be shown. Try again with a click or a key.', { cause: error });
  }
}

/** Asks for a file with an input element, where there is no picker; undefined when cancelled. */
export function pickWithInput(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json,.svg,.png';
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

/**
 * A design's text, also from a picture that carries one.
 * @throws HostError when the file is too large, cannot be read, or is a picture without a design
 */
export async function readDesign(file: File): Promise<{ readonly text: string; readonly picture: boolean }> {
  const bytes = await readBytes(file);
  const decode = (part: Uint8Array): string => new TextDecoder().decode(part);
  if (isPng(bytes)) {
    const design = designInPng(bytes);
    if (!design) throw noDesign(file);
    return { text: decode(design), picture: true };
  }
  const text = decode(bytes);
  if (!isSvg(text)) return { text, picture: false };
  const design = designInSvg(text);
  if (design === undefined) throw noDesign(file);
  return { text: design, picture: true };
}

function noDesign({ name }: File): HostError {
  return new HostError(
    `${name} is a picture that carries no design. Pictures carry one where that was asked for at their export.`,
  );
}

/**
 * The text of a file.
 * @throws HostError when it is too large or cannot be read
 */
export async function readText(file: File): Promise<string> {
  return new TextDecoder().decode(await readBytes(file));
}

async function readBytes(file: File): Promise<Uint8Array> {
  if (file.size > LARGEST_FILE_BYTES) {
    const megabytes = Math.round(file.size / 1024 / 1024);
    throw new HostError(`${file.name} is ${megabytes} MB; a design is never larger than 64 MB. Is it the right file?`);
  }
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    throw new HostError(`${file.name} cannot be read. It may have been moved or deleted; open it again.`, {
      cause: error,
    });
  }
}

/** @throws HostError when the disk or the permission refuses */
export async function writeFile(handle: FileSystemFileHandle, content: string | Uint8Array): Promise<void> {
  try {
    const stream = await handle.createWritable();
    await stream.write(typeof content === 'string' ? content : new Uint8Array(content));
    await stream.close();
  } catch (error) {
    throw new HostError(`${handle.name} cannot be written. The file is as it was; save under another name.`, {
      cause: error,
    });
  }
}

/** The part of the File System Access API that asks for and tells permissions, which only some browsers have. */
interface Guarded {
  readonly queryPermission?: (options: { mode: string }) => Promise<PermissionState>;
  readonly requestPermission?: (options: { mode: string }) => Promise<PermissionState>;
}

/** Whether the handle may be used; asks the user where the browser wants it. */
export async function mayUse(handle: FileSystemFileHandle, mode: 'read' | 'readwrite'): Promise<boolean> {
  return (await (handle as Guarded & FileSystemFileHandle).requestPermission?.({ mode })) !== 'denied';
}

/** Whether a file is known to be gone; where looking would ask the user first, nothing is known. */
export async function isGone(handle: FileSystemFileHandle): Promise<boolean> {
  const guarded = handle as Guarded & FileSystemFileHandle;
  if ((await guarded.queryPermission?.({ mode: 'read' })) !== 'granted') return false;
  return handle.getFile().then(
    () => false,
    (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError',
  );
}

/** Hands a file to the user as a download. */
export function download(name: string, mediaType: string, content: string | Uint8Array): void {
  const address = URL.createObjectURL(
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type: mediaType }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
