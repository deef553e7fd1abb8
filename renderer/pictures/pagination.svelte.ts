import {
  paginateInParts,
  type Page,
  type PageOptions,
  type PagesFound,
  type Part,
  type PictureSource,
} from '../../planner/diagram/index.ts';
import { CancelledError, inParts } from '../../planner/simulate/survivors/index.ts';
import { breather } from './breather.ts';

/** The pages of the picture that was asked for last, made while the window stays in use. */
export class Pagination {
  #pages = $state.raw<readonly Page[]>([]);
  #found = $state.raw<PagesFound>();
  #asked: Promise<readonly Page[]> = Promise.resolve([]);

  /** The pages that were made last; while others are being made, those before them. */
  get pages(): readonly Page[] {
    return this.#pages;
  }
  /** How far the pages that were asked for have come; undefined once they are there. */
  get found(): PagesFound | undefined {
    return this.#found;
  }
  /** The pages that were asked for last. @throws CancelledError where others were asked for instead */
  get asked(): Promise<readonly Page[]> {
    return this.#asked;
  }

  /** Makes the pages of a picture. Returns what stops it. */
  make(part: Part, source: PictureSource, options: PageOptions): () => void {
    const stop = new AbortController();
    this.#asked = this.#make(part, source, options, stop.signal);
    this.#asked.catch((error: unknown) => {
      if (!(error instanceof CancelledError)) throw error;
    });
    return () => {
      stop.abort();
      this.#found = undefined;
    };
  }

  /** There is no picture. */
  clear(): void {
    this.#asked = Promise.resolve([]);
    this.#pages = [];
    this.#found = undefined;
  }

  async #make(part: Part, source: PictureSource, options: PageOptions, signal: AbortSignal): Promise<readonly Page[]> {
    this.#found = { tried: 0 };
    const pages = await inParts(paginateInParts(part, source, options), {
      signal,
      pause: breather(),
      onProgress: (found) => (this.#found = found),
    });
    this.#pages = pages;
    this.#found = undefined;
    return pages;
  }
}
