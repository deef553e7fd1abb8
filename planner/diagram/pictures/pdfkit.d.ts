/** What the PDF writer calls of pdfkit, which has no types of its own. */
declare module 'pdfkit' {
  interface Pattern {
    readonly isPattern?: true;
  }
  type Paint = string | readonly [Pattern, string];

  interface TextOptions {
    readonly lineBreak: false;
    readonly baseline: 'alphabetic';
    /** OpenType features; none, so that widths are those of the advance-width table. */
    readonly features: readonly string[];
  }

  export default class PDFDocument {
    constructor(options: object);
    addPage(options: { size: readonly [number, number]; margin: number }): this;
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    pattern(box: readonly number[], xStep: number, yStep: number, stream: string): Pattern;
    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    scale(factor: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    closePath(): this;
    lineWidth(width: number): this;
    lineJoin(join: 'round' | 'miter'): this;
    lineCap(cap: 'round' | 'butt'): this;
    dash(length: number, options: { space: number }): this;
    undash(): this;
    fill(paint: Paint): this;
    stroke(color: string): this;
    fillAndStroke(fill: Paint, stroke: string): this;
    fillColor(color: string): this;
    text(text: string, x: number, y: number, options: TextOptions): this;
    end(): void;
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit';
  /** Everything that the document writes from now on to its end. */
  export function toBytes(document: PDFDocument): Promise<Uint8Array>;
}
