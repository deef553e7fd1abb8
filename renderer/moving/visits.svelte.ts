import type { Subject } from '../../planner/design/subject.ts';
import type { View as Camera } from '../topology/view.ts';

/** Where someone was: what was selected in which view, and how the drawing lay then. */
export interface Place<V extends string = string> {
  readonly view: V;
  readonly subject: Subject;
  readonly camera?: Camera;
}

const mostPlaces = 100;

/** The places that were visited, in order, as a browser keeps pages: going back leaves a way forward until another is visited. */
export class Visits<V extends string = string> {
  #places = $state.raw<readonly Place<V>[]>([]);
  #at = $state(-1);
  /** How the drawing is to lie, once it is on the screen. */
  pending = $state.raw<Camera>();

  get current(): Place<V> | undefined {
    return this.#places[this.#at];
  }

  /** Notes where someone is now; does nothing for the place they are at already. */
  record({ view, subject }: Place<V>): void {
    const { current } = this;
    if (current?.view === view && current.subject === subject) return;
    this.#places = [...this.#places.slice(0, this.#at + 1), { view, subject }].slice(-mostPlaces);
    this.#at = this.#places.length - 1;
  }

  /** Notes how the drawing lies at the current place. */
  remember(camera: Camera): void {
    const { current } = this;
    if (current) this.#places = this.#places.with(this.#at, { ...current, camera });
  }

  /** The place before or after this one that is still there. */
  next(step: 1 | -1, isThere: (subject: Subject) => boolean): Place<V> | undefined {
    return this.#places[this.#indexOf(step, isThere)];
  }

  /** Goes to the place before or after this one, past those that are gone; undefined where there is none. */
  go(step: 1 | -1, isThere: (subject: Subject) => boolean): Place<V> | undefined {
    const index = this.#indexOf(step, isThere);
    const place = this.#places[index];
    if (place) this.#at = index;
    return place;
  }

  clear(): void {
    this.#places = [];
    this.#at = -1;
    this.pending = undefined;
  }

  #indexOf(step: 1 | -1, isThere: (subject: Subject) => boolean): number {
    let index = this.#at + step;
    for (let place = this.#places[index]; place && !isThere(place.subject); place = this.#places[index]) index += step;
    return index;
  }
}
