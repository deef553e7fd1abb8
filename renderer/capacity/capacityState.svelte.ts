import type { FailureMode } from '../../planner/sizing/index.ts';
import type { DesignDocument } from '../state/document.svelte.ts';
import type { Order } from './order.ts';
import type { KnobId, KnobValues } from './whatIf/knobs.ts';

/** What the capacity view of one document shows; kept while another view is looked at. */
export class CapacityState {
  order = $state<Order>('cpu');
  /** The failure that was chosen; the design failure as long as none was. */
  mode = $state<FailureMode>();
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
