import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import BookmarkPlus from '@lucide/svelte/icons/bookmark-plus';
import StepBack from '@lucide/svelte/icons/step-back';
import StepForward from '@lucide/svelte/icons/step-forward';
import Shuffle from '@lucide/svelte/icons/shuffle';
import Unplug from '@lucide/svelte/icons/unplug';
import type { Subject } from '../../planner/design/subject.ts';
import { failureName } from '../../planner/simulate/survivors/index.ts';
import { failable } from '../failover/events.ts';
import { keepPlayed } from '../failover/keep.ts';
import { failoverPlay, type FailoverPlay } from '../failover/play.svelte.ts';
import { toggleFailure, toggleSwitchover } from '../failover/toggleFailure.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import type { Action } from './action.ts';

/** What can be done where failures are played. */
export function failoverActions(workspace: Workspace): readonly Action[] {
  const play = (): FailoverPlay | undefined =>
    workspace.document && workspace.view === 'failover' ? failoverPlay(workspace.document) : undefined;
  const elsewhere = (): string | undefined => (play() ? undefined : 'Show the failover view first');
  const chosen = () => {
    const { document } = workspace;
    return document && failable(document.design, document.selected);
  };
  const datacenter = (): Subject | undefined => {
    const about = chosen();
    return about?.startsWith('datacenter:') ? about : undefined;
  };
  return [
    {
      id: 'fail',
      group: 'design',
      label: () => {
        const about = play() && chosen();
        if (about === undefined) return 'Fail or heal the selection';
        return `${play()?.failures.failed.has(about) ? 'Heal' : 'Fail'} ${failureName(about)}`;
      },
      icon: Unplug,
      shortcut: 'F',
      obstacle: () => elsewhere() ?? (chosen() === undefined ? 'Select something that can fail' : undefined),
      run: () => {
        const about = chosen();
        if (workspace.document && about !== undefined) toggleFailure(workspace, workspace.document, about);
      },
    },
    {
      id: 'switch-over',
      group: 'design',
      label: () => {
        const about = play() && datacenter();
        if (about === undefined) return 'Give up the datacenter by hand';
        const name = failureName(about);
        return play()?.givenUp.has(about) ? `Take ${name} back` : `Give ${name} up by hand`;
      },
      icon: Shuffle,
      obstacle: () => elsewhere() ?? (datacenter() === undefined ? 'Select a datacenter' : undefined),
      run: () => {
        const about = datacenter();
        if (workspace.document && about !== undefined) toggleSwitchover(workspace, workspace.document, about);
      },
    },
    {
      id: 'heal-all',
      group: 'design',
      label: 'Heal all',
      icon: HeartPulse,
      shortcut: 'H',
      obstacle: () =>
        elsewhere() ?? (play()?.failures.failed.size || play()?.givenUp.size ? undefined : 'Nothing has failed'),
      run: () => {
        play()?.healAll();
        workspace.dialogs.announce('Everything is healed');
      },
    },
    {
      id: 'keep-scenario',
      group: 'design',
      label: 'Keep scenario',
      icon: BookmarkPlus,
      obstacle: () => elsewhere() ?? (play()?.position ? undefined : 'Nothing has happened yet'),
      run: () => {
        if (workspace.document) void keepPlayed(workspace, workspace.document);
      },
    },
    {
      id: 'failure-back',
      group: 'design',
      label: 'Step back before the last event',
      icon: StepBack,
      shortcut: ',',
      obstacle: () => elsewhere() ?? (play()?.position ? undefined : 'Nothing has happened yet'),
      run: () => play()?.goTo((play()?.position ?? 0) - 1),
    },
    {
      id: 'failure-forward',
      group: 'design',
      label: 'Step forward to the next event',
      icon: StepForward,
      shortcut: '.',
      obstacle: () => {
        const { position = 0, events = [] } = play() ?? {};
        return elsewhere() ?? (position < events.length ? undefined : 'There is no later event');
      },
      run: () => play()?.goTo((play()?.position ?? 0) + 1),
    },
  ];
}
