import { InvalidArgumentError, Option, type Command } from 'commander';
import { indexDesign } from '../../planner/design/index.ts';
import { subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import {
  FailureError,
  failureSelectors,
  quorumNotes,
  type FailoverEvent,
} from '../../planner/simulate/failover/index.ts';
import { diskSets, failureSets, inOneGo, simulateFailover } from '../../planner/simulate/survivors/index.ts';
import { sizingOptions } from '../../planner/sizing/index.ts';
import { callError } from '../callError.ts';
import { readDesign } from '../files/load.ts';
import { jsonOption } from '../options.ts';
import { printJson, printText, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { failoverText } from '../text/failover.ts';
import { diskSetsText, failureSetsText } from '../text/failureSets.ts';
import { nearest } from '../text/nearest.ts';

interface Options {
  readonly fail?: readonly string[];
  readonly every?: number;
  readonly everyDisk?: number;
  readonly atOnce?: boolean;
  readonly staticVotes?: boolean;
  readonly lock?: string;
  readonly switchover?: string;
  readonly keepPreferredLimit?: boolean;
  readonly json?: boolean;
}

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('play a design')
    .command('failover')
    .description('where databases activate when things fail, and the load on who is left')
    .argument('<design>', 'the design file')
    .option('--fail <selectors>', failHelp, selectors)
    .addOption(
      new Option('--every <count>', 'every set of up to so many failed servers of each DAG')
        .argParser(count('servers'))
        .conflicts(['fail', 'switchover', 'lock', 'keepPreferredLimit']),
    )
    .addOption(
      new Option('--every-disk <count>', 'every set of up to so many failed disks of each DAG, all servers up')
        .argParser(count('disks'))
        .conflicts(['fail', 'every', 'atOnce', 'staticVotes', 'switchover', 'lock', 'keepPreferredLimit']),
    )
    .option('--at-once', 'what fails does so at once; else one after the other, votes following each')
    .option('--static-votes', 'votes stay as at the start')
    .option(
      '--switchover <datacenter>',
      'then this datacenter is given up by hand, and its DAGs are restored in the others',
    )
    .option('--lock <datacenter>', "whose side holds the witness's lock when links are cut (default: the pair's first)")
    .option(
      '--keep-preferred-limit',
      'activation keeps to maximumPreferredActiveDatabases while another copy can mount',
    )
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => simulate(file, options)));
}

const failHelp =
  'what fails, in this order: server:NAME, datacenter:NAME, dag:NAME, disk:SERVER/VOLUME, copy:DATABASE/SERVER, link:A/B, witness:DAG; repeat it or list with commas';

async function simulate(file: string, options: Options): Promise<ExitStatus> {
  const { name, value: design } = await readDesign(file);
  try {
    if (options.every !== undefined) playEvery(design, options.every, options);
    else if (options.everyDisk !== undefined) playEveryDisk(design, options.everyDisk, options);
    else playOne(design, options, name);
  } catch (error) {
    if (error instanceof FailureError) throw unknownSelector(design, error, name);
    if (error instanceof RangeError) throw tooManySets(name, error, options);
    throw error;
  }
  return 0;
}

function playOne(design: Design, options: Options, file: string): void {
  const {
    fail = [],
    atOnce = false,
    staticVotes = false,
    keepPreferredLimit = false,
    lock,
    switchover,
    json,
  } = options;
  for (const name of [lock, switchover]) if (name !== undefined) refuseUnknownDatacenter(design, name, file);
  const settings = {
    dynamicVotes: !staticVotes,
    keepsPreferredLimit: keepPreferredLimit,
    ...(lock !== undefined && { lockDatacenter: lock }),
  };
  const events: FailoverEvent[] = [
    ...(atOnce ? [{ fail }] : fail.map((selector) => ({ fail: [selector] }))),
    ...(switchover === undefined ? [] : [{ switchover: subject.datacenter(switchover) }]),
  ];
  const after = simulateFailover(design, events, settings);
  for (const note of after.notes) say(note);
  if (json) {
    printJson(after);
    return;
  }
  const before = simulateFailover(design, [], settings);
  printText(failoverText({ fail, atOnce, before, after, cpuLimit: sizingOptions(design).cpuLimitFraction }));
}

function playEvery(design: Design, upTo: number, { atOnce = false, staticVotes = false, json }: Options): void {
  const sets = failureSets(design, { upTo, atOnce, dynamicVotes: !staticVotes });
  for (const note of quorumNotes(design)) say(note);
  if (json) printJson({ succession: !atOnce, ...sets });
  else printText(failureSetsText(sets, { atOnce, cpuLimit: sizingOptions(design).cpuLimitFraction }));
}

function playEveryDisk(design: Design, upTo: number, { json }: Options): void {
  const sets = inOneGo(diskSets(design, upTo));
  if (json) printJson(sets);
  else printText(diskSetsText(sets, sizingOptions(design).cpuLimitFraction));
}

function tooManySets(file: string, { message }: RangeError, { every, everyDisk }: Options) {
  const option = every === undefined ? '--every-disk' : '--every';
  return callError(file, message, `a smaller ${option}`, `${every ?? everyDisk}`);
}

function unknownSelector(design: Design, { message, selector }: FailureError, file: string) {
  const near = nearest(selector, failureSelectors(design));
  return callError(file, message, near.join(' or ') || 'a selector', `"${selector}"`);
}

function refuseUnknownDatacenter(design: Design, name: string, file: string): void {
  const names = [...indexDesign(design).datacenters.keys()];
  if (names.includes(name)) return;
  const near = nearest(name, names);
  throw callError(file, `The design has no datacenter "${name}".`, near.join(' or ') || 'a datacenter', `"${name}"`);
}

/** A comma ends a selector where another one begins: names may hold commas. */
function selectors(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(/,(?=\s*[a-z]+:)/).map((selector) => selector.trim())];
}

function count(of: string): (text: string) => number {
  return (text) => {
    if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError(`It is a number of ${of}, from 0.`);
    return Number(text);
  };
}
