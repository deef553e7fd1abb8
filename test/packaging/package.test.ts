import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import config from '../../build/electron-builder.config.mjs';
import { emptyFolder, root } from '../cli/dagwright.ts';
import { pack, type Packed } from './pack.ts';

vi.setConfig({ hookTimeout: 120_000 });

/**
 * The stated budget: whoever raises it says why. 5 MB until pictures carried their typeface: Inter once more as data (0.9 MB; the
 * page may request nothing, not even its own files) and the PDF writer (0.9 MB), both loaded only when a picture is made. 7.5 MB
 * until units, number formats, hardware templates and the order by hand came in (0.1 MB of the page's own code).
 */
const archiveBudget = 7_750_000;

/** Everything that the archive may hold, and must. */
const expectedFiles = [
  /^LICENSE$/,
  /^package\.json$/,
  /^dist\/app\/index\.html$/,
  /^dist\/app\/assets\/[\w-]+\.js$/,
  /^dist\/app\/assets\/[\w-]+\.css$/,
  /^dist\/app\/assets\/Inter_[\w-]+\.ttf$/,
  /^dist\/app\/assets\/icon-[\w-]+\.svg$/,
  // pdfkit's colour profile
  /^dist\/app\/assets\/sRGB_[\w-]+\.icc$/,
  /^dist\/electron\/main\.js$/,
  /^dist\/electron\/preload\.cjs$/,
  /^examples\/[\w-]+\.dagwright\.json$/,
];

/** How the wire of fuses spells one that is on. */
const enabled = '1'.charCodeAt(0);

const output = emptyFolder();
let folder: string;
let archive: string;
let packed: Packed;
let files: string[];

const textOf = (file: string): string => extractFile(archive, file).toString('utf8');
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');

beforeAll(async () => {
  packed = await pack(output);
  ({ folder } = packed);
  archive = join(folder, 'resources/app.asar');
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replace(/^[\\/]/, '').replaceAll('\\', '/'));
  files = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
});

afterAll(() => rmSync(output, { recursive: true }));

describe('the archive', () => {
  it('holds what runs and nothing else', () => {
    expect(files.filter((file) => !expectedFiles.some((pattern) => pattern.test(file)))).toEqual([]);
    expect(expectedFiles.filter((pattern) => !files.some((file) => pattern.test(file)))).toEqual([]);
  });

  it('has beside it only the licences and the profile that lets the sandbox work on Ubuntu', () => {
    expect(readdirSync(join(folder, 'resources')).sort()).toEqual(['app.asar', 'apparmor-profile', 'licenses']);
  });

  it('holds no source maps, nor points to any', () => {
    const scripts = files.filter((file) => /\.(c?js|css)$/.test(file));
    expect(scripts.length).toBeGreaterThan(3);
    expect(scripts.filter((file) => textOf(file).includes('sourceMappingURL'))).toEqual([]);
  });

  it('asks for no package: all but Electron and Node is bundled', () => {
    expect(JSON.parse(textOf('package.json'))).not.toHaveProperty('devDependencies');
    expect(JSON.parse(textOf('package.json'))).not.toHaveProperty('dependencies');
    const asked = ['dist/electron/main.js', 'dist/electron/preload.cjs'].flatMap((file) =>
      matches(textOf(file), /(?:^import .*?from |^import |\brequire\()["']([^"']+)["']/gm),
    );
    expect(asked).toContain('electron');
    expect(asked.filter((name) => name !== 'electron' && !isBuiltin(name))).toEqual([]);
  });

  it('keeps to its budget', () => {
    expect(statSync(archive).size).toBeLessThan(archiveBudget);
  });

  it('holds every file that the page refers to', () => {
    const page = 'dist/app/index.html';
    // What begins with # stands in the page itself.
    const references = [
      ...matches(textOf(page), /(?:src|href)="([^"]+)"/g).map((path) => posix.join('dist/app', path)),
      ...files
        .filter((file) => file.endsWith('.css'))
        .flatMap((file) => matches(textOf(file), /url\(["']?([^"'#)][^"')]*)["']?\)/g).map((path) => from(file, path))),
      ...files
        .filter((file) => /^dist\/app\/.*\.js$/.test(file))
        .flatMap((file) =>
          matches(textOf(file), /new URL\(["'`]([^"'`]+)["'`], ?import\.meta\.url/g).map((p) => from(file, p)),
        ),
    ];
    expect(references.length).toBeGreaterThanOrEqual(4);
    expect(references.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('starts with a file that is there', () => {
    const { main } = JSON.parse(textOf('package.json')) as { main: string };
    expect(files).toContain(main);
  });

  it('calls itself what the Windows installer calls it', () => {
    expect(textOf('dist/electron/main.js')).toContain(`setAppUserModelId("${config.appId}")`);
  });
});

const from = (file: string, path: string): string => posix.join(posix.dirname(file), path);

describe('around the archive', () => {
  it('the fuses are set as the security notes say', async () => {
    const wire = await getCurrentFuseWire(join(folder, 'dagwright-desktop'));
    const read = Object.fromEntries(
      Object.values(FuseV1Options)
        .filter((option) => typeof option === 'number')
        .map((option) => [FuseV1Options[option], Number(wire[option]) === enabled]),
    );
    expect(wire.version).toBe(FuseVersion.V1);
    expect(read).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
  });

  it('only the language of the program is kept', () => {
    expect(readdirSync(join(folder, 'locales'))).toEqual(['en-US.pak']);
  });

  it('the licences lie where a viewer can open them', () => {
    const text = readFileSync(join(folder, 'resources/licenses/third-party.txt'), 'utf8');
    expect(text).toBe(readFileSync(join(root, 'dist/licenses/third-party.txt'), 'utf8'));
  });
});

describe('on Linux', () => {
  it('starts with its sandbox and opens what it is given', () => {
    expect(packed.appImage.desktop).toMatch(/^Exec=AppRun %U$/m);
    expect(packed.appImage.desktop).toMatch(/^MimeType=application\/vnd\.dagwright\+json;$/m);
    expect(packed.appImage.desktopFileName).toBe('dagwright.desktop');
    expect(JSON.stringify(packed)).not.toContain('no-sandbox');
  });

  it('knows *.dagwright.json from any other .json, and leaves that to others', () => {
    const mime = readFileSync(join(folder, 'usr/share/mime/packages/dagwright.xml'), 'utf8');
    expect(matches(mime, /<glob pattern="([^"]+)"/g)).toEqual(['*.dagwright.json', '*.dagwright']);
    expect(mime).toContain('<sub-class-of type="application/json"/>');
  });

  it('installs icons and the file type, each from a file that is there', () => {
    const installed = packed.deb.filter((arg) => arg.includes('=/usr/share/')).map((arg) => arg.split('='));
    const targets = installed.map(([, target]) => target);
    expect(targets).toContain('/usr/share/mime/packages/dagwright.xml');
    expect(targets).toContain('/usr/share/icons/hicolor/scalable/mimetypes/application-vnd.dagwright+json.svg');
    expect(targets).toContain('/usr/share/icons/hicolor/256x256/apps/dagwright-desktop.png');
    expect(targets).toContain('/usr/share/applications/dagwright.desktop');
    const sources = installed.map(([source = '']) => source).filter((source) => source.startsWith(root));
    expect(sources.length).toBeGreaterThan(2);
    for (const source of sources) expect(statSync(source).size).toBeGreaterThan(0);
  });
});
