import { readFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

const { author, homepage } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));

/** A Debian package names the project's page and a maintainer with an address. */
export const hasDebianFields = Boolean(homepage && author?.email);

const packaging = 'build/packaging';
const mimeFile = `${packaging}/dagwright.mime.xml`;
const mimeFolder = 'usr/share/mime/packages';

/**
 * What `npm run dist` packs and for whom. There is no updater and nothing is published.
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId: 'dagwright.desktop',
  productName: 'Dagwright',
  copyright: 'Copyright © 2026 Dagwright contributors',
  extraMetadata: { desktopName: 'dagwright.desktop' },
  directories: { output: 'dist/packages', buildResources: packaging },
  // Every package that the program needs is bundled into dist, so that no node_modules is shipped.
  files: ['dist/app/**', 'dist/electron/**', 'examples/*.dagwright.json', 'LICENSE', '!**/.vite/**'],
  // Beside the archive, where the system's own viewer can open it.
  extraResources: [{ from: 'dist/licenses', to: 'licenses' }],
  asar: true,
  npmRebuild: false,
  compression: 'maximum',
  electronLanguages: ['en-US'],
  publish: null,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    // Setting fuses breaks the signature that Electron comes with; without one nothing starts on Apple silicon.
    resetAdHocDarwinSignature: true,
  },

  win: {
    target: ['nsis', 'portable'],
    icon: 'dist/icons/app.ico',
    fileAssociations: [
      {
        ext: 'dagwright',
        name: 'Dagwright.Design',
        description: 'Dagwright design',
        icon: 'dist/icons/document.ico',
      },
    ],
  },
  nsis: {
    oneClick: false,
    allowToChangeInstallationDirectory: true,
    include: `${packaging}/installer.nsh`,
    differentialPackage: false,
  },

  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.business',
    icon: 'dist/icons/app.icns',
    hardenedRuntime: true,
    entitlements: `${packaging}/entitlements.plist`,
    entitlementsInherit: `${packaging}/entitlements.plist`,
    fileAssociations: [
      {
        ext: 'dagwright',
        name: 'Dagwright design',
        role: 'Editor',
        rank: 'Owner',
        icon: 'dist/icons/document.icns',
      },
      // Offered under "Open With", never the default.
      { ext: 'json', name: 'JSON document', role: 'Editor', rank: 'Alternate' },
    ],
  },
  dmg: { writeUpdateInfo: false },

  toolsets: { appimage: '1.0.3' },
  linux: {
    target: ['AppImage', ...(hasDebianFields ? ['deb'] : [])],
    icon: 'dist/icons/linux',
    // Not `dagwright`: that is the command line.
    executableName: 'dagwright-desktop',
    // Left out, an AppImage is started with --no-sandbox.
    executableArgs: [],
    category: 'Office',
    synopsis: 'Planner for Exchange Server 2016 deployments',
    syncDesktopName: true,
    mimeTypes: ['application/vnd.dagwright+json'],
    extraFiles: [{ from: mimeFile, to: `${mimeFolder}/dagwright.xml` }],
  },
  deb: {
    packageName: 'dagwright-desktop',
    fpm: [
      `${inRoot(mimeFile)}=/${mimeFolder}/dagwright.xml`,
      `${inRoot(`${packaging}/document.svg`)}=/usr/share/icons/hicolor/scalable/mimetypes/application-vnd.dagwright+json.svg`,
    ],
  },
};
