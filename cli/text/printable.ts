const unprintable =
  // eslint-disable-next-line no-control-regex -- these characters are what the function is about
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A text that a terminal shows as it is: control and bidirectional characters become visible escapes. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);
}
