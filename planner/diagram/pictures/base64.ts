const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes in base64. */
export function toBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    groups.push(
      digits.charAt(group >> 18) +
        digits.charAt((group >> 12) & 63) +
        (b === undefined ? '=' : digits.charAt((group >> 6) & 63)) +
        (c === undefined ? '=' : digits.charAt(group & 63)),
    );
  }
  return groups.join('');
}

/** The bytes of a base64 text that is known to be one. */
export function fromBase64(text: string): Uint8Array {
  const length = text.replace(/=+$/, '').length;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    held = ((held << 6) | digits.indexOf(text.charAt(i))) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
