import type { Placed } from '../../design/index.ts';
import type { Design, OfficeOnlineFarm } from '../../design/types.ts';
import type { Reporter } from '../rule.ts';
import { eachPair } from './each.ts';
import { items } from './stated.ts';

/** An Office Online farm and the pair it belongs to. */
export interface PlacedFarm extends Placed<OfficeOnlineFarm> {
  readonly pair: string;
}

/** The Office Online farms of all pairs, in file order; lists that are absent are told as not stated. */
export function eachFarm(design: Design, reporter: Reporter): PlacedFarm[] {
  return eachPair(design, reporter).flatMap((pair) =>
    items(pair, 'officeOnline', reporter).map((farm) => ({ ...farm, pair: pair.value.name })),
  );
}
