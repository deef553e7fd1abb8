/** Design → scene → canvas and SVG. */
export { buildScene, type SceneOptions } from './buildScene.ts';
export { isDrawnAt, pictureDetails, type PictureDetail } from './detail.ts';
export { palettes, type Palette, type PaletteName, type Role } from './palette.ts';
export type * from './scene.ts';
export { sceneToSvg, type SvgOptions } from './svg.ts';
export { drawList, type DrawnLayer } from './drawList.ts';
export { hitAt, hitsAt, hitsWithin, locate, neighbour, type Direction, type Located } from './hits.ts';
export { lagText } from './legend.ts';
export type { PlayedFailures } from './fates.ts';
export { copyInk, copyLook } from './looks.ts';
