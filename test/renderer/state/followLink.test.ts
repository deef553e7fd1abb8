import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HostError, type Desktop } from '../../../renderer/host/host.ts';
import { followLink } from '../../../renderer/state/followLink.ts';
import { Workspace } from '../../../renderer/state/workspace.svelte.ts';
import { asked, FakeHost } from '../fakeHost.ts';

const address = 'https://learn.microsoft.com/exchange/high-availability/ha-changes';
const openLink = vi.fn<Desktop['openLink']>();
const preventDefault = vi.fn();
const event = { preventDefault } as unknown as MouseEvent;
const inDesktop = (): Workspace =>
  new Workspace(Object.assign(new FakeHost(''), { desktop: { openLink } as unknown as Desktop }));

beforeEach(() => {
  vi.resetAllMocks();
  openLink.mockResolvedValue();
});

describe('a link to a document', () => {
  it('is the browser’s own there', () => {
    followLink(new Workspace(new FakeHost('')), event, address);
    expect(preventDefault).not.toHaveBeenCalled();
  });

  it('is followed by its name in the desktop program', () => {
    followLink(inDesktop(), event, address);
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(openLink.mock.calls).toEqual([['highAvailabilityChanges']]);
  });

  it('that the program does not know is told instead of opened', () => {
    const workspace = inDesktop();
    followLink(workspace, event, 'https://example.com/');
    expect(openLink).not.toHaveBeenCalled();
    expect(workspace.dialogs.note).toContain('https://example.com/');
  });

  it('that cannot be opened says why', async () => {
    openLink.mockRejectedValue(new HostError('There is no browser.'));
    const workspace = inDesktop();
    followLink(workspace, event, address);
    expect((await asked(workspace)).message).toBe('There is no browser.');
  });
});
