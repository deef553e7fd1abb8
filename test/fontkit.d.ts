/** What tests call of fontkit, which has no types of its own. */
declare module 'fontkit' {
  export interface Font {
    readonly hasGlyphForCodePoint: (code: number) => boolean;
    readonly glyphForCodePoint: (code: number) => { readonly advanceWidth: number };
  }
  export function create(bytes: Uint8Array): Font;
  export function openSync(file: string): Font;
}
