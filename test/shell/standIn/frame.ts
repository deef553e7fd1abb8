import type { WebFrameMain } from 'electron';
import { originOf } from './addresses.ts';

type Members =
  'url' | 'origin' | 'name' | 'routingId' | 'processId' | 'frameTreeNodeId' | 'detached' | 'visibilityState';

let last = 0;

/** A frame of a page as the main process sees it. */
export class StandInFrame implements Pick<WebFrameMain, Members> {
  readonly name = '';
  readonly processId = 1;
  readonly routingId = (last += 1);
  readonly frameTreeNodeId = this.routingId;
  readonly detached = false;
  readonly visibilityState = 'visible';

  constructor(
    public url: string,
    readonly parent: StandInFrame | null = null,
  ) {}

  get origin(): string {
    return originOf(this.url);
  }
  get top(): StandInFrame {
    return this.parent?.top ?? this;
  }
  isDestroyed = (): boolean => false;
}
