/** Scenes → pages → files. */
export { choosePicture, pictureKinds, picturesOf, type ChosenPicture, type PictureName } from './choice.ts';
export type { Group, Page } from './page.ts';
export { pagesToDrawio } from './pagesToDrawio.ts';
export { pageToSvg, type SvgOptions } from './pageToSvg.ts';
export { defaultSmallestText, paginate, type PageOptions } from './paginate.ts';
export { orientations, papers, pointsPerMm, type Orientation, type PaperName } from './papers.ts';
export type { PictureSource } from './part.ts';
export { failuresPart } from './scenarioPart.ts';
