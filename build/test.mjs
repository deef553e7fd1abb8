import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { lanes } from './test-lanes.mjs';

// `npm test`: every lane in order, then one line of totals. `--only LANE` (repeatable) runs some of them.
const args = process.argv.slice(2);
const only = args.flatMap((arg, at) =>
  args[at - 1] === '--only' ? [arg] : arg.startsWith('--only=') ? [arg.slice(7)] : [],
);
const known = [...new Set(lanes.map((lane) => lane.only))];
const unknown = only.filter((name) => !known.includes(name));
if (unknown.length > 0 || (args.length > 0 && only.length === 0)) {
  console.error(`Usage: npm test -- [--only ${known.join('|')}]`);
  process.exit(2);
}

/** @type {{ passed: number, failed: number, skipped: string[] }} */
const totals = { passed: 0, failed: 0, skipped: [] };
const failedLanes = new Set();
const scratch = mkdtempSync(join(tmpdir(), 'dagwright-test-'));
try {
  ensureInstalled();
  for (const lane of lanes.filter(isWanted)) await run(lane);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  totals.failed++;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

for (const title of totals.skipped) console.log(`skipped: ${title}`);
if (failedLanes.size > 0) console.log(`failed: ${[...failedLanes].join(', ')}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped.length} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/** A lane runs when asked for, or when one that was asked for needs it. */
function isWanted(lane) {
  if (only.length === 0 || only.includes(lane.only)) return true;
  return lanes.some((other) => only.includes(other.only) && other.needs?.includes(lane.title));
}

async function run(lane) {
  console.log(`\n── ${lane.title} ${'─'.repeat(Math.max(0, 60 - lane.title.length))}`);
  const missing = lane.needs?.filter((title) => failedLanes.has(title)) ?? [];
  const start = performance.now();
  const result = missing.length > 0 ? notRun(missing) : await attempt(lane);
  totals.passed += result.passed;
  totals.failed += result.failed;
  totals.skipped.push(...result.skipped);
  if (result.failed > 0) failedLanes.add(lane.title);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${lane.title}: ${outcomeOf(result)} in ${seconds} s`);
}

function outcomeOf({ passed, failed, skipped }) {
  if (failed > 0) return 'FAILED';
  return passed === 0 && skipped.length > 0 ? 'left out' : 'passed';
}

function notRun(missing) {
  console.log(`not run, because it needs: ${missing.join(', ')}`);
  return { passed: 0, failed: 1, skipped: [] };
}

async function attempt(lane) {
  try {
    return await lane.run(scratch);
  } catch (error) {
    console.log(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: [] };
  }
}
