import { getContext, setContext } from 'svelte';
import type { Requirements } from '../../planner/design/types.ts';
import type { FigureName } from '../engine/figureName.ts';
import type { Host } from '../host/host.ts';
import { Visits } from '../moving/visits.svelte.ts';
import type { View as Camera } from '../topology/view.ts';
import { failoverPlay } from '../failover/play.svelte.ts';
import { Dialogs } from './dialogs.svelte.ts';
import type { DesignDocument } from './document.svelte.ts';
import { Preferences } from './preferences.svelte.ts';

export type Screen = 'welcome' | 'form' | 'design';
export type View = 'topology' | 'copyLayout' | 'capacity' | 'failover' | 'replication';
export type BottomTab = 'findings' | 'changes' | 'notStated' | 'working' | FailoverTab;
/** What lies below the drawing only while failures are played. */
export type FailoverTab = (typeof failoverTabs)[number];
const failoverTabs = ['events', 'survivors', 'scenarios', 'timeline'] as const;

/** What the canvas offers to commands outside it. */
export interface Canvas {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly zoomTo: (subject: string) => void;
  /** Moves no more than is needed for it to be seen. */
  readonly bringIntoView: (subject: string) => void;
  /** Shows all of them at once. */
  readonly zoomToAll: (subjects: readonly string[]) => void;
  /** Lays the drawing as it lay before. */
  readonly lookAt: (camera: Camera) => void;
}

/** The window: which screen it shows, the open document, and what lies over it. */
export class Workspace {
  readonly dialogs = new Dialogs();
  readonly preferences = new Preferences();
  readonly visits = new Visits<View>();

  screen = $state<Screen>('welcome');
  #view = $state<View>('topology');
  bottomTab = $state<BottomTab>('findings');
  /** The figure whose working is shown. */
  working = $state.raw<FigureName>();
  document = $state.raw<DesignDocument>();
  canvas = $state.raw<Canvas>();
  /** What stands in the form; kept when the form is left. */
  draft = $state.raw<Requirements>();
  /** Whether a field of the design holds what was typed and not taken over yet. */
  typing = $state(false);
  /** Where a menu of what is selected is open, in pixels of the window. */
  menuAt = $state.raw<{ readonly x: number; readonly y: number }>();
  /** Whether what is selected stays in the light while the rest of the drawing steps back. */
  focusing = $state(false);
  /** Settles when no save is under way. */
  saving: Promise<unknown> = Promise.resolve();

  constructor(readonly host: Host) {}

  get view(): View {
    return this.#view;
  }
  /** The panel below goes along to what belongs to the view. */
  set view(view: View) {
    if (view === 'failover' && this.#view !== 'failover') this.bottomTab = 'events';
    else if (view !== 'failover' && failoverTabs.some((tab) => tab === this.bottomTab)) this.bottomTab = 'findings';
    this.#view = view;
  }

  show(document: DesignDocument): void {
    this.#leave();
    // Made here, not where it is first read: no derived value follows state that it made itself.
    failoverPlay(document);
    this.visits.clear();
    this.focusing = false;
    this.document = document;
    this.screen = 'design';
    this.view = 'topology';
  }

  /** Shows how a figure comes about. */
  showWorking(figure: FigureName): void {
    this.working = figure;
    this.bottomTab = 'working';
    if (!this.preferences.values.findingsOpen) this.preferences.toggle('findingsOpen');
  }

  close(): void {
    this.#leave();
    this.document = undefined;
    this.screen = 'welcome';
  }

  /** Tells the program around the page what the window shows; what is only typed yet is work that closing would lose, too. */
  reportShown(): void {
    const { document } = this;
    this.host.reportDocument(
      document && {
        name: document.name,
        edited: document.dirty || this.typing,
        ...(document.handle && { handle: document.handle }),
      },
    );
  }

  /** Gives up a recovery copy. One that stays because the host fails is offered again, which does no harm. */
  async forgetSnapshot(id: string): Promise<void> {
    await this.host.dropSnapshot(id).catch(() => undefined);
  }

  /** A document that is left has been saved or given up: its recovery copy is of no more use. */
  #leave(): void {
    if (this.document) void this.forgetSnapshot(this.document.id);
  }
}

const KEY = Symbol('workspace');

export const provideWorkspace = (workspace: Workspace): Workspace => setContext(KEY, workspace);
export const useWorkspace = (): Workspace => getContext<Workspace>(KEY);
