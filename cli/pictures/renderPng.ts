import { initWasm, Resvg } from '@resvg/resvg-wasm';
import wasm from '@resvg/resvg-wasm/index_bg.wasm?url&inline';
import { typeface } from '../../planner/diagram/pictures/typeface.ts';

/** CSS pixels to the inch, in which an SVG counts its millimetres. */
const cssResolution = 96;
let ready: Promise<void> | undefined;

/**
 * Draws an SVG as a PNG, without a browser. The same SVG gives the same bytes.
 * @param resolution in pixels per inch of paper
 */
export async function renderPng(svg: string, resolution: number): Promise<Uint8Array> {
  ready ??= initWasm(Buffer.from(wasm.slice(wasm.indexOf(',') + 1), 'base64'));
  await ready;
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: resolution / cssResolution },
    font: { fontBuffers: Object.values(typeface), defaultFontFamily: 'Inter' },
  });
  const image = picture.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    picture.free();
  }
}
