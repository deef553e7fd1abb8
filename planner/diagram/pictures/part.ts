import type { Design } from '../../design/types.ts';
import type { Verdict } from '../../rules/rule.ts';
import type { ServerLoad } from '../../sizing/serverLoad.ts';
import type { PictureDetail } from '../detail.ts';
import type { PlayedFailures } from '../fates.ts';
import type { Scene } from '../scene.ts';
import type { Caption } from './caption.ts';

/** What pictures are made of. */
export interface PictureSource {
  readonly design: Design;
  readonly loads?: readonly ServerLoad[];
  /** Gives the marks and the title block's verdict; without it neither is drawn. */
  readonly verdict?: Verdict;
  /** How much of each server a topology shows. */
  readonly detail: PictureDetail;
  /** Failures that a topology is drawn after. */
  readonly failures?: PlayedFailures;
}

/** A piece of a picture that belongs on one page, and how it comes apart where it does not fit there. */
export interface Part {
  /** What it shows, for the title block: "DAG DAG1, EX01 to EX08". */
  readonly heading: string;
  /** What came of what it shows. */
  readonly caption?: Caption;
  /** The failures that it is drawn after. */
  readonly failures?: PlayedFailures;
  /** At which scale (`Detail`) its layers and its legend are taken. */
  readonly scale: number;
  /** The drawing, as near to this width to height as it can come. */
  readonly scene: (aspect: number) => Scene;
  /** The parts it is made of by nature: the pairs of an environment, the DAGs of a pair. */
  readonly parts?: readonly Part[];
  /** The same in less detail, the finest first: what heads the pages of a picture that comes apart. */
  readonly overviews?: readonly Part[];
  /** Cuts a table that is too wide into so many runs of columns; undefined where it does not go into so many. */
  readonly strips?: (count: number) => readonly Part[] | undefined;
  /** Cuts it into so many parts of about equal size; undefined where it does not go into so many. */
  readonly slices?: (count: number) => readonly Part[] | undefined;
  /** What stands side by side in it, for paper on which even the thinnest slices do not fit. */
  readonly columns?: () => readonly Part[];
}

/** So many runs of about equal length, in order; undefined where the list is shorter. */
export function runs<T>(list: readonly T[], count: number): T[][] | undefined {
  if (count > list.length) return undefined;
  const edge = (i: number): number => Math.round((i * list.length) / count);
  return Array.from({ length: count }, (_, i) => list.slice(edge(i), edge(i + 1)));
}

/** "EX01", "EX01 to EX08": the ends of a list of names. */
export function span(names: readonly string[]): string {
  const [first = '', last] = [names[0], names.at(-1)];
  return last === undefined || names.length < 2 ? first : `${first} to ${last}`;
}
