import { join } from 'node:path';
import type { App } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { describeProgram } from '../../electron/main/about.ts';
import { licencesFile, nameProgram, userData } from '../../electron/main/places.ts';

const program = (folder = '') => ({
  setName: vi.fn(),
  setPath: vi.fn(),
  setAppUserModelId: vi.fn(),
  commandLine: { getSwitchValue: (name: string) => (name === 'user-data-dir' ? folder : '') } as App['commandLine'],
});

describe('nameProgram(app, process)', () => {
  it('names the program, and keeps its data where the system keeps it', () => {
    const app = program();
    nameProgram(app, { env: {}, platform: 'linux' });
    expect(app.setName.mock.calls).toEqual([['Dagwright']]);
    expect([app.setPath.mock.calls, app.setAppUserModelId.mock.calls]).toEqual([[], []]);
  });

  it('keeps its data elsewhere when it is told to', () => {
    const app = program();
    nameProgram(app, { env: { DAGWRIGHT_USER_DATA: '/tmp/data' }, platform: 'linux' });
    expect(app.setPath.mock.calls).toEqual([['userData', '/tmp/data']]);
  });

  it('takes the folder from the command line too, as seen from where it was called', () => {
    const app = program('data');
    nameProgram(app, { env: {}, platform: 'linux' });
    expect(app.setPath.mock.calls).toEqual([['userData', join(process.cwd(), 'data')]]);
  });

  it('is known to Windows as the installer names it', () => {
    const app = program();
    nameProgram(app, { env: {}, platform: 'win32' });
    expect(app.setAppUserModelId.mock.calls).toEqual([['dagwright.desktop']]);
  });
});

it('licencesFile(process, packaged) is where the packages have it, or the build', () => {
  expect(licencesFile({ resourcesPath: '/opt/Dagwright/resources' }, true)).toBe(
    join('/opt/Dagwright/resources', 'licenses/third-party.txt'),
  );
  expect(licencesFile({ resourcesPath: '/electron/resources' }, false)).toMatch(/licenses.third-party\.txt$/);
});

it('userData(app) keeps everything in one folder', () => {
  const { folder, ...places } = userData({ getPath: (name) => `/home/ada/${name}` });
  expect(folder).toBe('/home/ada/userData');
  expect(Object.values(places)).toEqual(
    ['recent.json', 'recovery', 'versions', 'window-state.json', 'logs'].map((name) => join(folder, name)),
  );
});

it('describeProgram(app) tells name, version and licences', () => {
  const setAboutPanelOptions = vi.fn();
  describeProgram({ getVersion: () => '1.2.3', setAboutPanelOptions });
  expect(setAboutPanelOptions.mock.lastCall?.[0]).toMatchObject({
    applicationName: 'Dagwright',
    applicationVersion: '1.2.3',
    copyright: expect.stringContaining('MIT') as string,
    credits: expect.stringContaining('licences') as string,
  });
});
