import type { FailureMode } from '../../planner/sizing/index.ts';
import type { DesignDocument } from '../state/document.svelte.ts';
import type { Prices } from './compare/costs.ts';
import type { Other } from './compare/other.ts';
import type { Month } from './growth/calendar.ts';
import type { Order } from './order.ts';
import type { ShownFailures } from './table/lines.ts';
import type { Sorting } from './table/sorting.ts';
import type { KnobId, KnobValues } from './whatIf/knobs.ts';

export type CapacityTab = 'charts' | 'table' | 'growth' | 'compare';

/** What the capacity view of one document shows; kept while another view is looked at. */
export class CapacityState {
  tab = $state<CapacityTab>('charts');
  order = $state<Order>('cpu');
  /** The failure that was chosen; the design failure as long as none was. */
  mode = $state<FailureMode>();
  /** Of the table. */
  failures = $state<ShownFailures>('every');
  sorting = $state.raw<Sorting>({ column: 'cpu', descending: true });
  /** Of growth: the month it begins with, today's as long as none was chosen, and how many more mailboxes each year brings. */
  from = $state<Month>();
  mailboxesPerYear = $state(0);
  /** What the design is compared with, what is tried where nothing else was chosen; and prices of that side that differ. */
  against = $state.raw<'whatIf' | Other>();
  otherPrices = $state.raw<Prices>({});
  values = $state.raw<KnobValues>({});

  turn(id: KnobId, value: number | undefined): void {
    const { [id]: _, ...others } = this.values;
    this.values = value === undefined ? others : { ...others, [id]: value };
  }

  drop(): void {
    this.values = {};
  }
}

const states = new WeakMap<DesignDocument, CapacityState>();

export function capacityState(document: DesignDocument): CapacityState {
  let state = states.get(document);
  if (!state) states.set(document, (state = new CapacityState()));
  return state;
}
