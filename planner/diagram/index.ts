/** Design → scene → canvas and pictures. */
export { buildScene, type SceneOptions } from './buildScene.ts';
export { isDrawnAt, pictureDetails, type PictureDetail } from './detail.ts';
export { customProperty, palettes, roles, type Palette, type PaletteName, type Role } from './palette.ts';
export type * from './scene.ts';
export {
  choosePicture,
  failuresPart,
  defaultSmallestText,
  drawioInParts,
  orientations,
  pagesToDrawio,
  pageToSvg,
  paginate,
  paginateInParts,
  papers,
  picturesOf,
  type ChosenPicture,
  type Orientation,
  type Page,
  type PageOptions,
  type PagesFound,
  type PagesWritten,
  type PaperName,
  type Part,
  type PictureName,
  type PictureSource,
} from './pictures/index.ts';
export { drawList, type DrawnLayer } from './drawList.ts';
export { hitAt, hitsAt, hitsWithin, locate, neighbour, type Direction, type Located } from './hits.ts';
export { lagText } from './legend.ts';
export type { PlayedFailures } from './fates.ts';
export { copyInk, copyLook } from './looks.ts';
export { linkUses, peakShare, type LinkUse } from './linkUse.ts';
