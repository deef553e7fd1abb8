import { describe, expect, it } from 'vitest';
import { desktopObstacles } from '../../build/desktop-obstacles.mjs';

const able = {
  node: '22.12.0',
  platform: 'linux',
  env: { DISPLAY: ':0' },
  isRoot: false,
  mayIsolate: true,
  hasElectron: true,
};

const [oldNode, noDisplay, root, noSandbox, noElectron] = [
  /^it takes Node 22\.12 or newer \(this is .*; get one from nodejs\.org\)$/,
  /^there is no display \(neither DISPLAY nor WAYLAND_DISPLAY is set; .*\)$/,
  /^Electron keeps its sandbox, which the superuser cannot have \(start it as an ordinary user\)$/,
  /^this system does not let programs build a sandbox \(.*\)$/,
  /^Electron's binary is not here and could not be fetched from its release site \(.*\)$/,
];

describe('desktopObstacles(facts) names what is missing and what would help', () => {
  it.each([
    ['all there', {}, []],
    ['Wayland', { env: { WAYLAND_DISPLAY: 'wayland-0' } }, []],
    ['Windows, without DISPLAY', { platform: 'win32', env: {} }, []],
    ['macOS, without DISPLAY', { platform: 'darwin', env: {} }, []],
    ['macOS as root', { platform: 'darwin', isRoot: true }, []],
    ['macOS, where nothing is known of namespaces', { platform: 'darwin', mayIsolate: false }, []],
    ['Node 20', { node: '20.20.2' }, [oldNode]],
    ['Node 22.11', { node: '22.11.0' }, [oldNode]],
    ['Node 22.20', { node: '22.20.1' }, []],
    ['Node 24', { node: '24.0.0' }, []],
    ['no display', { env: {} }, [noDisplay]],
    ['an empty display', { env: { DISPLAY: '', WAYLAND_DISPLAY: '' } }, [noDisplay]],
    ['root', { isRoot: true }, [root]],
    ['root, who needs to know of no second sandbox', { isRoot: true, mayIsolate: false }, [root]],
    ['no user namespaces', { mayIsolate: false }, [noSandbox]],
    ['no binary', { hasElectron: false }, [noElectron]],
    ['no binary on Windows', { platform: 'win32', env: {}, hasElectron: false }, [noElectron]],
    [
      'a bare build machine',
      { node: '20.19.0', env: {}, isRoot: true, mayIsolate: false, hasElectron: false },
      [oldNode, noDisplay, root, noElectron],
    ],
  ])('%s', (_, facts, expected) => {
    expect(desktopObstacles({ ...able, ...facts })).toEqual(
      expected.map((text) => expect.stringMatching(text) as string),
    );
  });

  it('never asks for a weaker sandbox', () => {
    const all = desktopObstacles({ ...able, env: {}, isRoot: true, hasElectron: false });
    const sandbox = desktopObstacles({ ...able, mayIsolate: false });
    expect([...all, ...sandbox].join()).not.toContain('--no-sandbox');
  });
});
