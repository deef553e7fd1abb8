/** The npm packages the engine may use: small, pure, and at home in a worker as much as in Node. */
const enginePackages = ['jsonc-parser', 'csv-parse', 'fonteditor-core', 'pdfkit', '@types/sarif'];

/** The floors of the engine from the ground up. A floor imports itself and those below it. */
const floors = [
  { name: 'design', path: '^planner/design/' },
  { name: 'layout', path: '^planner/layout/' },
  { name: 'failover', path: '^planner/simulate/failover/' },
  { name: 'sizing', path: '^planner/sizing/' },
  { name: 'simulate', path: '^planner/simulate/(?!failover/)' },
  { name: 'rules', path: '^planner/rules/' },
  { name: 'construct', path: '^planner/construct/' },
  { name: 'diagram-and-interop', path: '^planner/(diagram|interop)/' },
];
const floorFolders = 'design|layout|simulate|sizing|construct|rules|diagram|interop';
const plannerRoot = '^planner/[^/]+$';

const nothingUpwards = floors.map((floor, level) => ({
  name: `no-imports-upwards-from-${floor.name}`,
  comment: `planner: ${floor.name} may import only itself and the floors below it.`,
  severity: 'error',
  from: { path: floor.path },
  to: { path: [...floors.slice(level + 1).map((above) => above.path), plannerRoot] },
}));

/** @param {string} name @param {string} comment @param {string} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'Nothing imports in a circle.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      // A query says how the bundler is to bring the file.
      to: { couldNotResolve: true, pathNot: '^svelte/internal/|^@resvg/resvg-wasm/index_bg\\.wasm[?]' },
    },
    forbid(
      'planner-is-pure',
      'The engine imports only itself, the schemas, the catalog and a short list of packages.',
      '^planner/',
      {
        pathNot: ['^(planner|schemas|catalog)/', `^node_modules/(${enginePackages.join('|')})/`],
      },
    ),
    forbid(
      'planner-folder-has-a-floor',
      'A new folder of the engine takes its place in `floors`.',
      `^planner/(?!(${floorFolders})/)[^/]+/`,
      {},
    ),
    ...nothingUpwards,
    forbid('data-imports-nothing', 'Schemas and catalog are the ground.', '^(schemas|catalog)/', {
      path: '^(planner|renderer|electron|cli|system|test|bench|build)/',
    }),
    forbid('system-imports', 'What command line and shell share stands below both.', '^system/', {
      path: '^(renderer|electron|cli|test|bench|build)/',
    }),
    forbid('renderer-imports', 'The page imports neither the command line nor the shell.', '^renderer/', {
      path: '^(cli|electron|system|test|bench|build)/',
    }),
    forbid(
      'screen-writes-numbers-as-chosen',
      'What the window shows is written by renderer/numbers, as the settings say; the engine’s own way is for what leaves the page.',
      '^renderer/(?!numbers/)',
      { path: '^planner/design/format\\.ts$' },
    ),
    {
      ...forbid(
        'workers-know-no-settings',
        'A worker answers with plain data: what the settings say is the page’s to know.',
        '^renderer/(engine/worker|layout/improveWorker)\\.ts$',
        { path: '^renderer/numbers/', reachable: true },
      ),
    },
    forbid('renderer-without-node', 'The page has no Node.', '^renderer/', { dependencyTypes: ['core'] }),
    forbid('cli-imports', 'The command line imports neither the page nor the shell.', '^cli/', {
      path: '^(renderer|electron|test|bench|build)/',
    }),
    forbid(
      'electron-imports',
      'The shell knows of the page only its host, the bridge to it and the names of links.',
      '^electron/',
      {
        path: ['^(cli|test|bench|build)/', '^renderer/(?!host/(host|bridge|links)\\.ts$)'],
      },
    ),
    forbid(
      'electron-is-passed-in',
      'Only wiring and preload load Electron; the rest is tested without.',
      '^electron/main/(?!main\\.ts$)',
      {
        path: '^node_modules/electron/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid('oracle-is-independent', 'An oracle shares no code with what it judges.', '^test/oracle/', {
      path: '^(planner|renderer|electron|cli)/',
    }),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^schemas/generated/validators\\.js$'] },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.svelte', '.json', '.d.ts'],
    },
  },
};
