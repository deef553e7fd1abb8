/**
 * A list as it goes from the worker to the page: of each part that went with the list before, only its place in that. Most
 * parts of a list stay the same objects when a design is edited, and to write and read them again takes longer than to reckon.
 */
export type SentParts<Part extends object> = readonly (Part | number)[];

/** The end that sends lists. */
export class PartsSender<Part extends object> {
  #places: ReadonlyMap<Part, number> = new Map();

  send(list: readonly Part[]): SentParts<Part> {
    const sent = list.map((part) => this.#places.get(part) ?? part);
    this.#places = new Map(list.map((part, place) => [part, place]));
    return sent;
  }

  /** The next list goes whole. */
  forget(): void {
    this.#places = new Map();
  }
}

/** The end that takes them, every one and in their order; parts that went before are the same objects as then. */
export class PartsTaker<Part extends object> {
  #last: readonly Part[] = [];

  take(sent: SentParts<Part>): readonly Part[] {
    this.#last = sent.map((part) => (typeof part === 'number' ? this.#at(part) : part));
    return this.#last;
  }

  #at(place: number): Part {
    const part = this.#last[place];
    if (!part) throw new RangeError(`The list before had no part ${place}.`);
    return part;
  }
}
