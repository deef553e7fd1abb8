/** Scenes → pages → files. */
export { choosePicture, pictureKinds, picturesOf, type ChosenPicture, type PictureName } from './choice.ts';
export type { Group, Page, PagesWritten } from './page.ts';
export { drawioInParts, pagesToDrawio } from './pagesToDrawio.ts';
export { pageToSvg, type SvgOptions } from './pageToSvg.ts';
export { defaultSmallestText, paginate, paginateInParts, type PageOptions, type PagesFound } from './paginate.ts';
export { orientations, papers, pointsPerMm, type Orientation, type PaperName } from './papers.ts';
export type { Part, PictureSource } from './part.ts';
export { failuresPart } from './scenarioPart.ts';
