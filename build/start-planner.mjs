/**
 * Opens the planner in a window of its own or, where that cannot be, says in one line why and serves it as a page.
 * @param {string[]} args the design to open; `--page`, or options of `serve`, ask for the page outright
 * @param {object} ways
 * @param {() => string[]} ways.findObstacles
 * @param {(args: string[]) => Promise<{ status: number } | { obstacle: string }>} ways.openWindow
 * @param {(args: string[]) => Promise<void>} ways.servePage
 */
export async function startPlanner(args, { findObstacles, openWindow, servePage }) {
  const pageArgs = args.filter((arg) => arg !== '--page');
  if (args.some((arg) => arg.startsWith('-'))) return servePage(pageArgs);
  const obstacles = findObstacles();
  if (obstacles.length === 0) {
    const ended = await openWindow(args);
    if ('status' in ended) {
      process.exitCode = ended.status;
      return;
    }
    obstacles.push(ended.obstacle);
  }
  console.error(`No desktop window: ${obstacles.join('; ')}. The same planner as a page:`);
  await servePage(pageArgs);
}
