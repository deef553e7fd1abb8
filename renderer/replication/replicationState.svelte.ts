import type { Subject } from '../../planner/design/subject.ts';
import type { DesignDocument } from '../state/document.svelte.ts';
import type { LinkKnobId, LinkValues } from './linkKnobs.ts';

export type ReplicationTab = 'day' | 'table';

/** What the replication view of one document shows; kept while another view is looked at. */
export class ReplicationState {
  tab = $state<ReplicationTab>('day');
  /** The UTC hour that is looked at; the busiest one as long as none is. */
  hour = $state<number>();
  /** What is tried of each link. */
  tried = $state.raw<Readonly<Record<Subject, LinkValues>>>({});

  turn(link: Subject, id: LinkKnobId, value: number | undefined): void {
    const { [link]: values = {}, ...otherLinks } = this.tried;
    const { [id]: _, ...others } = values;
    const kept = value === undefined ? others : { ...others, [id]: value };
    this.tried = Object.keys(kept).length > 0 ? { ...otherLinks, [link]: kept } : otherLinks;
  }

  drop(): void {
    this.tried = {};
  }
}

const states = new WeakMap<DesignDocument, ReplicationState>();

export function replicationState(document: DesignDocument): ReplicationState {
  let state = states.get(document);
  if (!state) states.set(document, (state = new ReplicationState()));
  return state;
}
