import { describe, expect, it } from 'vitest';
import { filePath, launchFiles } from '../../electron/main/launchFiles.ts';

const mac = '/Applications/Dagwright.app/Contents/MacOS/Dagwright';
const exe = 'C:\\Program Files\\Dagwright\\Dagwright.exe';
const windowsHome = 'C:\\Users\\Ada Byron';

describe('launchFiles(launch) tells the files of a packaged program’s command line', () => {
  it.each<[title: string, platform: NodeJS.Platform, argv: string[], files: string[]]>([
    ['no file', 'linux', ['/opt/Dagwright/dagwright'], []],
    ['a desktop’s %U', 'linux', ['/opt/Dagwright/dagwright', 'file:///home/ada/a.json'], ['/home/ada/a.json']],
    [
      'a desktop’s %U with spaces and letters',
      'linux',
      ['dagwright', 'file:///home/ada/Exchange%20plan/M%C3%BCnchen%25.dagwright.json'],
      ['/home/ada/Exchange plan/München%.dagwright.json'],
    ],
    ['a desktop’s %F', 'linux', ['dagwright', '/home/ada/100%20.json'], ['/home/ada/100%20.json']],
    ['an address with a host of its own', 'linux', ['dagwright', 'file://localhost/srv/a.json'], ['/srv/a.json']],
    [
      'flags of Chromium and Electron',
      'linux',
      ['dagwright', '--no-sandbox', '--user-data-dir=/tmp/x y', '--ozone-platform-hint=auto', 'a.json', '--inspect=0'],
      ['/home/ada/a.json'],
    ],
    ['an AppImage that got no sandbox', 'linux', ['/tmp/.mount_Dag/dagwright', '--no-sandbox'], []],
    ['a file that looks like a flag', 'linux', ['dagwright', '--no-sandbox', '--', '-a.json'], ['/home/ada/-a.json']],
    [
      'relative paths',
      'linux',
      ['dagwright', 'a.json', '../b.json', './c d.json'],
      ['/home/ada/a.json', '/home/b.json', '/home/ada/c d.json'],
    ],
    ['the same file twice', 'linux', ['dagwright', 'a.json', '/home/ada/x/../a.json'], ['/home/ada/a.json']],
    ['an empty word', 'linux', ['dagwright', '', 'a.json'], ['/home/ada/a.json']],
    ['the process serial number of macOS', 'darwin', [mac, '-psn_0_1234567'], []],
    ['a path on macOS', 'darwin', [mac, '/Users/ada/Plan B.json'], ['/Users/ada/Plan B.json']],
    [
      'a double click in Explorer',
      'win32',
      [exe, 'D:\\Plans\\Contoso (final).dagwright.json'],
      ['D:\\Plans\\Contoso (final).dagwright.json'],
    ],
    [
      'a second start on Windows, as Chromium hands it over',
      'win32',
      [exe, '--allow-file-access-from-files', '--original-process-start-time=13377034219000000', 'a.json'],
      ['C:\\Users\\Ada Byron\\a.json'],
    ],
    ['a share', 'win32', [exe, '\\\\server\\plans\\a.json'], ['\\\\server\\plans\\a.json']],
    ['an address of a share', 'win32', [exe, 'file://server/plans/a%20b.json'], ['\\\\server\\plans\\a b.json']],
    ['an address of a drive', 'win32', [exe, 'file:///C:/Plans/a%20b.json'], ['C:\\Plans\\a b.json']],
    ['slashes', 'win32', [exe, 'C:/Plans/a.json'], ['C:\\Plans\\a.json']],
    ['flags as Windows writes them', 'win32', [exe, '/prefetch:1', 'a.json'], ['C:\\Users\\Ada Byron\\a.json']],
  ])('%s', (_title, platform, argv, files) => {
    const workingDirectory = platform === 'win32' ? windowsHome : platform === 'darwin' ? '/' : '/home/ada';
    expect(launchFiles({ argv, workingDirectory, packaged: true, platform })).toEqual(files);
  });
});

describe('launchFiles(launch) leaves out the program’s folder, which Electron from npm is told first', () => {
  it.each<[title: string, argv: string[], files: string[]]>([
    ['npm start', ['/repo/node_modules/electron/dist/electron', '.'], []],
    ['npm start with a file', ['electron', '/repo', 'a.json'], ['/home/ada/a.json']],
    ['Playwright', ['electron', '--inspect=0', '--remote-debugging-port=0', '/repo', 'a.json'], ['/home/ada/a.json']],
    ['a module to require', ['electron', '-r', './hook.js', '/repo', 'a.json'], ['/home/ada/a.json']],
    [
      'flags on both sides',
      ['electron', '--no-sandbox', '.', '--user-data-dir=/tmp/x', 'a.json'],
      ['/home/ada/a.json'],
    ],
    ['a literal file', ['electron', '.', '--', '-a.json'], ['/home/ada/-a.json']],
  ])('%s', (_title, argv, files) => {
    expect(launchFiles({ argv, workingDirectory: '/home/ada', packaged: false, platform: 'linux' })).toEqual(files);
  });
});

describe('filePath(name, workingDirectory, platform) takes what is no file of this system as it stands', () => {
  it.each([
    ['file://server/a.json', '/home/ada/file:/server/a.json'],
    ['file:///a%2Fb.json', '/home/ada/file:/a%2Fb.json'],
    ['https://example.com/a.json', '/home/ada/https:/example.com/a.json'],
    ['-a.json', '/home/ada/-a.json'],
  ])('%s', (name, path) => {
    expect(filePath(name, '/home/ada', 'linux')).toBe(path);
  });
});
