import * as fs from 'node:fs/promises';
import {
  app,
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  screen,
  session,
  shell,
} from 'electron';
import { describeProgram } from './about.ts';
import { clipboardRequests } from './clipboardRequests.ts';
import { CloseGuard } from './closeGuard.ts';
import { guardContents } from './contentGuard.ts';
import { documentRequests } from './documentRequests.ts';
import { fileDialogs } from './fileDialogs.ts';
import { FileOffers } from './fileOffers.ts';
import { answeringFileSystem } from './files/answeringFileSystem.ts';
import { designFiles } from './files/designFiles.ts';
import { fileKey } from './files/fileKey.ts';
import { goneFiles } from './files/goneFiles.ts';
import { recentFiles } from './files/recentFiles.ts';
import { recoveryJournal } from './files/recoveryJournal.ts';
import { Handles } from './handles.ts';
import { ipcGuard } from './ipcGuard.ts';
import { keptRequests } from './keptRequests.ts';
import { filePath, launchFiles } from './launchFiles.ts';
import { guardLifecycle } from './lifecycle.ts';
import { Log } from './log.ts';
import { keepMenu } from './menu.ts';
import { cutOff, resolveNothing } from './network.ts';
import { OpenFiles } from './openFiles.ts';
import { START_ADDRESS } from './origin.ts';
import { watchPages } from './pageHealth.ts';
import { denyPermissions } from './permissions.ts';
import { licencesFile, nameProgram, shipped, userData } from './places.ts';
import { registerScheme, serveApp } from './protocol.ts';
import { questions } from './questions.ts';
import { runCommand, shellCommands } from './shellCommands.ts';
import { ShellError } from './shellError.ts';
import { keepBackgrounds } from './theme.ts';
import { keepTitles } from './title.ts';
import { windowFactory } from './windowFactory.ts';
import { WindowMemory } from './windowMemory.ts';
import { windowRequests } from './windowRequests.ts';
import { Windows } from './windows.ts';

const { platform } = process;
const packaged = app.isPackaged;

nameProgram(app, process);
app.enableSandbox();
registerScheme(protocol);
resolveNothing(app.commandLine);
// Whoever starts the program a second time is heard by the first (second-instance), which has the windows.
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  const data = userData(app);
  const log = new Log({ folder: data.logs });
  process.on('uncaughtException', log.fault).on('unhandledRejection', log.fault);
  guardContents(app, log.note);
  describeProgram(app);

  const files = designFiles({ versionsFolder: data.versions, report: log.note });
  const disk = answeringFileSystem();
  const recent = recentFiles({
    file: data.recent,
    now: () => new Date().toISOString(),
    gone: goneFiles(),
    report: log.note,
  });
  const journal = recoveryJournal({ folder: data.recovery, report: log.note });
  const handles = new Handles();

  const memory = new WindowMemory(data.windowState, log.fault);
  const makeWindow = windowFactory({
    Window: BrowserWindow,
    screen,
    nativeTheme,
    memory,
    preload: shipped.preload,
    packaged,
  });
  const windows = new Windows(makeWindow, START_ADDRESS, log.fault);
  windows.on('closed', ({ id }) => handles.release(id)).on('left', ({ id }) => handles.release(id));
  memory.watch(windows);
  keepTitles(windows, platform);
  keepBackgrounds(nativeTheme, windows);

  const asks = questions(dialog);
  const dropSnapshot = (id: string): Promise<void> => journal.drop(id);
  const closeGuard = new CloseGuard({ windows, questions: asks, dropSnapshot, fault: log.fault });
  watchPages({ windows, questions: asks, closeGuard, log });
  const written = (): Promise<unknown> => Promise.all([memory.settled(), closeGuard.settled()]);
  guardLifecycle({ app, windows, closeGuard, written, platform, fault: log.fault });

  const openFiles = new OpenFiles(windows, (path) => fileKey(path, disk));
  const commands = shellCommands({
    app,
    shell,
    windows,
    logFolder: log.folder,
    licencesFile: licencesFile(process, packaged),
  });
  const answer = ipcGuard({ ipcMain, windowOf: (contents) => windows.of(contents), log, logFolder: log.folder });
  documentRequests(answer, {
    files,
    recent,
    handles,
    dialogs: fileDialogs(dialog),
    openFiles,
    isRegularFile: async (path) => (await disk.stat(path)).isFile(),
    used: (path) => app.addRecentDocument(path),
  });
  clipboardRequests(answer, { clipboard, Item: ClipboardItem });
  keptRequests(answer, { windows, recent, journal, examplesFolder: shipped.examples });
  windowRequests(answer, { windows, handles, closeGuard, commands, nativeTheme, log });

  const ready = app.whenReady().then(async () => {
    serveApp(protocol, shipped.page, log.fault);
    cutOff(session.defaultSession, packaged, log.note);
    denyPermissions(session.defaultSession, log.note);
    const failed = (error: unknown): void => {
      log.fault(error);
      if (error instanceof ShellError) dialog.showErrorBox('Dagwright', error.message);
    };
    const command = (id: string): void => void runCommand(id, commands).catch(failed);
    keepMenu({ windows, menu: Menu, platform, packaged, command });
    await fs.mkdir(data.folder, { recursive: true });
    await memory.recall();
  });

  const offers = new FileOffers(windows, openFiles, ready);
  const show = (paths: readonly string[]): Promise<void> => offers.show(paths).catch(log.fault);
  const showWindow = (): unknown => (windows.current ? windows.current.focus() : windows.open());
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void show([filePath(path, '/', platform)]);
  });
  app.on('activate', () => void ready.then(showWindow));
  app.on('second-instance', (_event, argv, workingDirectory) => {
    const named = launchFiles({ argv, workingDirectory, packaged, platform });
    void (named.length > 0 ? show(named) : ready.then(showWindow));
  });
  ready
    .then(() => show(launchFiles({ argv: process.argv, workingDirectory: process.cwd(), packaged, platform })))
    .then(() => windows.current ?? windows.open())
    .catch((error: unknown) => {
      log.fault(error);
      dialog.showErrorBox('Dagwright cannot start', `The log tells why: ${log.folder}`);
      app.exit(1);
    });
}
