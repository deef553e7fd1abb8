import type { Subject } from '../../planner/design/subject.ts';
import type { DesignDocument } from '../state/document.svelte.ts';
import { healthy, type FailedId } from './failed.ts';
import type { LinkKnobId, LinkValues } from './linkKnobs.ts';
import type { SeedChoice } from './seedChoice.ts';

/** A day, a link that is down for some hours, copies that are seeded anew. */
export type ReplicationTab = 'day' | 'outage' | 'seeding';

/** What the replication view of one document shows; kept while another view is looked at. */
export class ReplicationState {
  tab = $state<ReplicationTab>('day');
  /** Whether figures are shown instead of charts. */
  asTable = $state(false);
  /** What has failed. */
  failed = $state<FailedId>(healthy);
  /** How long a link is down; as long as the recovery point objective where nothing was chosen. */
  outageHours = $state<number>();
  /** What is seeded anew. */
  seed = $state.raw<SeedChoice>({ kind: 'server' });
  nearestSource = $state(false);
  /** The moment of an outage or of seeding that is looked at, hours since its start. */
  moment = $state<number>();
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
