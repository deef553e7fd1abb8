import * as nodeFs from 'node:fs/promises';
import { designInPng, isPng } from '../planner/diagram/pictures/pngChunks.ts';
import { designInSvg, isSvg } from '../planner/interop/embeddedDesign.ts';
import type { FileSystem } from './fileSystem.ts';
import { decodeText, readBytes, readBytesOfStream, TextFileError } from './textFile.ts';

/** What a file says as a design. */
export interface DesignFile {
  readonly text: string;
  /** It is a picture that carries the design: nothing may be saved there but a picture. */
  readonly picture: boolean;
}

/**
 * Reads a text file, or the design that an SVG or PNG carries.
 * @throws TextFileError, also for a picture that carries none, or the file system's error
 */
export async function readDesignFile(path: string, fs: FileSystem = nodeFs): Promise<DesignFile> {
  return designOf(await readBytes(path, fs));
}

/** Reads a stream of bytes as `readDesignFile` does a file. */
export async function readDesignStream(stream: AsyncIterable<Uint8Array | string>): Promise<DesignFile> {
  return designOf(await readBytesOfStream(stream));
}

function designOf(bytes: Buffer): DesignFile {
  if (isPng(bytes)) {
    const design = designInPng(bytes);
    return { text: decodeText(Buffer.from(design ?? none())), picture: true };
  }
  const text = decodeText(bytes);
  return isSvg(text) ? { text: designInSvg(text) ?? none(), picture: true } : { text, picture: false };
}

function none(): never {
  throw new TextFileError('noDesign');
}
