/**
 * What the desktop window depends on.
 * @typedef {object} Facts
 * @property {string} node the version of Node, such as "22.12.0"
 * @property {string} platform as process.platform
 * @property {Readonly<Record<string, string | undefined>>} env
 * @property {boolean} isRoot
 * @property {boolean} mayIsolate whether the system lets Chromium isolate its pages (its sandbox)
 * @property {boolean} hasElectron whether Electron's binary is here
 */

/** Electron's own packages ask for it. */
const leastNode = [22, 12];

/**
 * Why no desktop window can open and what would help, a phrase for each; empty where one can.
 * @param {Facts} facts
 * @returns {string[]}
 */
export function desktopObstacles(facts) {
  return [
    nodeObstacle(facts.node),
    ...(facts.platform === 'linux' ? linuxObstacles(facts) : []),
    electronObstacle(facts),
  ].filter((obstacle) => obstacle !== undefined);
}

/**
 * @param {string} version
 * @returns {string | undefined}
 */
export function nodeObstacle(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = leastNode;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `it takes Node ${leastNode.join('.')} or newer (this is ${version}; get one from nodejs.org)`;
}

/** @param {Facts} facts */
function linuxObstacles({ env, isRoot, mayIsolate }) {
  const hasDisplay = Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  return [
    hasDisplay
      ? undefined
      : 'there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set; start it in a desktop session)',
    isRoot ? 'Electron keeps its sandbox, which the superuser cannot have (start it as an ordinary user)' : undefined,
    isRoot || mayIsolate
      ? undefined
      : 'this system does not let programs build a sandbox (install the packaged planner, which brings an AppArmor profile, or give ' +
        "Electron's chrome-sandbox to root with mode 4755)",
  ];
}

/** @param {Facts} facts */
function electronObstacle({ hasElectron }) {
  if (hasElectron) return undefined;
  return (
    "Electron's binary is not here and could not be fetched from its release site (ELECTRON_MIRROR names a mirror, " +
    'ELECTRON_GET_USE_PROXY=1 uses HTTPS_PROXY)'
  );
}
