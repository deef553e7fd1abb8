/** A PNG is a signature and chunks: length, type, data, checksum (PNG specification, third edition, section 5). */
const signature = [137, 80, 78, 71, 13, 10, 26, 10] as const;
const headerLength = 25;
const keyword = 'Dagwright design';
const inchesPerMetre = 39.3700787;

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** How many pixels a PNG says that it has; undefined for what is no PNG with a header and pixels. */
export function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  if (!isPng(png) || png.length < signature.length + headerLength || typeAt(png, 12) !== 'IHDR') return undefined;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}

/** The PNG with how large it is on paper, in pixels per inch. */
export function withResolution(png: Uint8Array, resolution: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(resolution * inchesPerMetre);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return withChunk(png, 'pHYs', data);
}

/** The PNG with a design's text in it, as UTF-8 that any reader of PNG text finds. */
export function withDesign(png: Uint8Array, design: Uint8Array): Uint8Array {
  // Keyword, its end, no compression, no language, no translated keyword.
  const head = [...asciiBytes(keyword), 0, 0, 0, 0, 0];
  const data = new Uint8Array(head.length + design.length);
  data.set(head);
  data.set(design, head.length);
  return withChunk(png, 'iTXt', data);
}

/** The bytes of the design's text that a PNG carries; undefined where it carries none that can be read. */
export function designInPng(png: Uint8Array): Uint8Array | undefined {
  const head = [...asciiBytes(keyword), 0, 0, 0, 0, 0];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at: number = signature.length; at + 12 <= png.length;) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > png.length) return undefined;
    const data = png.subarray(at + 8, end);
    if (typeAt(png, at + 4) === 'iTXt' && head.every((byte, i) => data[i] === byte)) {
      return view.getUint32(end) === checksum(png.subarray(at + 4, end)) ? data.subarray(head.length) : undefined;
    }
    at = end + 4;
  }
  return undefined;
}

/** Puts a chunk behind the header, where every kind may stand. */
function withChunk(png: Uint8Array, type: string, data: Uint8Array): Uint8Array {
  const at = signature.length + headerLength;
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(asciiBytes(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, checksum(chunk.subarray(4, data.length + 8)));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, at));
  whole.set(chunk, at);
  whole.set(png.subarray(at), at + chunk.length);
  return whole;
}

function asciiBytes(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

function typeAt(png: Uint8Array, at: number): string {
  return String.fromCharCode(...png.subarray(at, at + 4));
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
  return remainder;
});

/** CRC-32, as PNG takes it (specification, annex D). */
function checksum(bytes: Uint8Array): number {
  let remainder = 0xffffffff;
  for (const byte of bytes) remainder = (remainders[(remainder ^ byte) & 0xff] ?? 0) ^ (remainder >>> 8);
  return (remainder ^ 0xffffffff) >>> 0;
}
