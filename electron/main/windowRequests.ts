import type { NativeTheme } from 'electron';
import type { CloseGuard } from './closeGuard.ts';
import type { Handles } from './handles.ts';
import type { Answer } from './ipcGuard.ts';
import type { Log } from './log.ts';
import type { ShellCommands } from './shellCommands.ts';
import { ShellError } from './shellError.ts';
import type { Windows } from './windows.ts';

interface Parts {
  readonly windows: Windows;
  readonly handles: Pick<Handles, 'pathOf'>;
  readonly closeGuard: Pick<CloseGuard, 'answerSaved'>;
  readonly commands: ShellCommands;
  readonly nativeTheme: Pick<NativeTheme, 'themeSource'>;
  readonly log: Pick<Log, 'note'>;
}

/** What a page tells of itself, and what it asks of the program around it. */
export function windowRequests(answer: Answer, parts: Parts): void {
  const { windows, handles, closeGuard, commands, nativeTheme, log } = parts;

  answer('reportDocument', ({ name, handle, edited }, window) => {
    const path = handle === undefined ? undefined : handles.pathOf(window.id, handle);
    if (handle !== undefined && path === undefined) throw new ShellError('This window was never given such a file.');
    window.opening = undefined;
    window.shown = name === undefined ? undefined : { name, edited, path };
    windows.emit('changed', window);
    return null;
  });

  answer('reportActions', ({ actions }, window) => {
    window.actions = actions;
    windows.emit('changed', window);
    return null;
  });

  answer('answerSaved', ({ saved }, window) => {
    closeGuard.answerSaved(window, saved);
    return null;
  });

  answer('setTheme', ({ choice }) => {
    nativeTheme.themeSource = choice;
    return null;
  });

  answer('newWindow', () => {
    commands.newWindow();
    return null;
  });

  answer('showAbout', () => {
    commands.showAbout();
    return null;
  });

  answer('openLink', async ({ link }) => {
    await commands.openLink(link);
    return null;
  });

  answer('openLogFolder', async () => {
    await commands.openLogFolder();
    return null;
  });

  answer('logFault', ({ message, stack }) => {
    log.note(`The page reports: ${message}${stack === undefined ? '' : `\n${stack}`}`);
    return null;
  });
}
