import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Design } from '../../planner/design/types.ts';
import { FailureError } from '../../planner/simulate/failover/index.ts';
import {
  linkOutages,
  logProfiles,
  longestHours,
  ReplicationError,
  seedCopies,
  simulateReplication,
} from '../../planner/simulate/replication/index.ts';
import { CallError } from '../callError.ts';
import { readDesign } from '../files/load.ts';
import { jsonOption } from '../options.ts';
import { printJson, printText, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { replicationText, type ReplicationPlayed } from '../text/replication.ts';
import { failHelp, lockHelp, refuseUnknownDatacenter, selectors, unknownSelector } from '../selectors.ts';

interface Options {
  readonly fail?: readonly string[];
  readonly outage?: number;
  readonly seed?: string;
  readonly nearestSource?: boolean;
  readonly staticVotes?: boolean;
  readonly lock?: string;
  readonly profile?: string;
  readonly singleWindow?: boolean;
  readonly json?: boolean;
}

export function addReplication(simulate: Command): void {
  simulate
    .command('replication')
    .description('what crosses between datacenters, hour by hour, and what an outage or a lost disk costs')
    .argument('<design>', 'the design file')
    .option('--fail <selectors>', failHelp, selectors)
    .option('--static-votes', 'votes stay as at the start')
    .option('--lock <datacenter>', lockHelp)
    .option('--outage <hours>', 'every link down in turn for so many hours: backlog, disk, catch-up', hours)
    .option(
      '--seed <selector>',
      'copies seeded anew: disk:SERVER/VOLUME, server:NAME, datacenter:NAME, copy:DATABASE/SERVER',
    )
    .option('--nearest-source', 'seed from a copy in the same datacenter where there is one (default: the active copy)')
    .addOption(
      new Option('--profile <name>', "hours in place of the design's own").choices(logProfiles.map(({ name }) => name)),
    )
    .option('--single-window', 'one TCP window for a link, as the calculator has it (default: one for each stream)')
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => replication(file, options)));
}

async function replication(file: string, options: Options): Promise<ExitStatus> {
  const { name, text, value: design } = await readDesign(file);
  try {
    if (options.lock !== undefined) refuseUnknownDatacenter(design, options.lock, name);
    const played = playedOf(design, options);
    for (const note of played.outcome.notes) say(note);
    const { outcome, outages, seeding } = played;
    if (options.json) printJson({ ...outcome, ...(outages && { outages }), ...(seeding && { seeding }) });
    else printText(replicationText(played));
  } catch (error) {
    if (error instanceof FailureError) throw unknownSelector(design, error, name);
    if (error instanceof ReplicationError) {
      const { path, message, expected, found } = error;
      throw new CallError(name, [{ path, message, expected, found }], text);
    }
    throw error;
  }
  return 0;
}

function playedOf(design: Design, options: Options): ReplicationPlayed {
  const {
    fail = [],
    outage,
    seed,
    nearestSource = false,
    profile,
    singleWindow = false,
    staticVotes = false,
    lock,
  } = options;
  const events = fail.map((selector) => ({ fail: [selector] }));
  const settings = {
    singleWindow,
    dynamicVotes: !staticVotes,
    ...(lock !== undefined && { lockDatacenter: lock }),
    ...(profile !== undefined && { profile }),
  };
  return {
    fail,
    outcome: simulateReplication(design, events, settings),
    ...(outage !== undefined && { outages: linkOutages(design, outage, events, settings) }),
    ...(seed !== undefined && { seeding: seedCopies(design, seed, events, { ...settings, nearestSource }) }),
  };
}

function hours(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= longestHours))
    throw new InvalidArgumentError(`It is a number of hours, above 0 and at most ${longestHours}.`);
  return value;
}
