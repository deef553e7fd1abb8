import { InvalidArgumentError, Option, type Command } from 'commander';
import { pointer } from '../../planner/design/pointer.ts';
import { subject } from '../../planner/design/subject.ts';
import type { Design, ScenarioEvent, Timeline } from '../../planner/design/types.ts';
import {
  FailureError,
  quorumNotes,
  type FailoverEvent,
  type FailoverOptions,
} from '../../planner/simulate/failover/index.ts';
import { diskSets, failureSets, inOneGo, simulateFailover } from '../../planner/simulate/survivors/index.ts';
import {
  eventProblems,
  playTimeline,
  scenarioEvents,
  timelineProblems,
} from '../../planner/simulate/timeline/index.ts';
import { sizingOptions } from '../../planner/sizing/index.ts';
import { CallError, callError } from '../callError.ts';
import { readDesign, readTimeline, type Input } from '../files/load.ts';
import { refuseTwice } from '../files/standardInput.ts';
import { jsonOption } from '../options.ts';
import { printJson, printText, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { failoverText } from '../text/failover.ts';
import { diskSetsText, failureSetsText } from '../text/failureSets.ts';
import { timelineText } from '../text/timeline.ts';
import { nearest } from '../text/nearest.ts';
import { failHelp, lockHelp, refuseUnknownDatacenter, selectors, unknownSelector } from '../selectors.ts';
import { addReplication } from './simulateReplication.ts';

interface Options {
  readonly fail?: readonly string[];
  readonly every?: number;
  readonly everyDisk?: number;
  readonly atOnce?: boolean;
  readonly staticVotes?: boolean;
  readonly lock?: string;
  readonly switchover?: string;
  readonly scenario?: string;
  readonly timeline?: string;
  readonly keepPreferredLimit?: boolean;
  readonly json?: boolean;
}

export function addSimulate(program: Command): void {
  const simulateCommand = program.command('simulate').description('play a design');
  addReplication(simulateCommand);
  simulateCommand
    .command('failover')
    .description('where databases activate when things fail, and the load on who is left')
    .argument('<design>', 'the design file')
    .option('--fail <selectors>', failHelp, selectors)
    .addOption(
      new Option('--every <count>', 'every set of up to so many failed servers of each DAG')
        .argParser(count('servers'))
        .conflicts(['fail', 'scenario', 'switchover', 'lock', 'keepPreferredLimit']),
    )
    .addOption(
      new Option('--every-disk <count>', 'every set of up to so many failed disks of each DAG, all servers up')
        .argParser(count('disks'))
        .conflicts(['fail', 'every', 'atOnce', 'staticVotes', 'switchover', 'lock', 'keepPreferredLimit']),
    )
    .addOption(
      new Option('--scenario <name>', 'the events of a scenario of the design, in their order').conflicts([
        'fail',
        'every',
        'everyDisk',
        'atOnce',
      ]),
    )
    .addOption(
      new Option(
        '--timeline <file>',
        'events with times, and what follows from each: a timeline file, or scenario:NAME of the design',
      ).conflicts(['fail', 'every', 'everyDisk', 'atOnce', 'switchover', 'scenario']),
    )
    .option('--at-once', 'what fails does so at once; else one after the other, votes following each')
    .option('--static-votes', 'votes stay as at the start')
    .option(
      '--switchover <datacenter>',
      'then this datacenter is given up by hand, and its DAGs are restored in the others',
    )
    .option('--lock <datacenter>', lockHelp)
    .option(
      '--keep-preferred-limit',
      'activation keeps to maximumPreferredActiveDatabases while another copy can mount',
    )
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => simulate(file, options)));
}

async function simulate(file: string, options: Options): Promise<ExitStatus> {
  if (options.timeline !== undefined) refuseTwice(file, options.timeline);
  const input = await readDesign(file);
  const { name, value: design } = input;
  try {
    if (options.every !== undefined) playEvery(design, options.every, options);
    else if (options.everyDisk !== undefined) playEveryDisk(design, options.everyDisk, options);
    else if (options.timeline !== undefined) await playTimes(input, options.timeline, options);
    else playOne(input, options);
  } catch (error) {
    if (error instanceof FailureError) throw unknownSelector(design, error, name);
    if (error instanceof RangeError) throw tooManySets(name, error, options);
    throw error;
  }
  return 0;
}

function playOne(input: Input<Design>, options: Options): void {
  const { value: design, name: file } = input;
  const { fail = [], atOnce = false, switchover, scenario, json } = options;
  if (switchover !== undefined) refuseUnknownDatacenter(design, switchover, file);
  const settings = settingsOf(design, options, file);
  const events: FailoverEvent[] = [
    ...(scenario === undefined ? [] : scenarioEvents(eventsOf(input, scenario, eventProblems))),
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
  const cpuLimit = sizingOptions(design).cpuLimitFraction;
  printText(failoverText({ fail, atOnce, ...(scenario !== undefined && { scenario }), before, after, cpuLimit }));
}

async function playTimes(input: Input<Design>, from: string, options: Options): Promise<void> {
  const { value: design, name } = input;
  const settings = settingsOf(design, options, name);
  const timeline = from.startsWith('scenario:')
    ? { events: eventsOf(input, from.slice('scenario:'.length), timelineProblemsAt) }
    : await timelineOf(design, from);
  const outcome = playTimeline(design, timeline, settings);
  for (const note of outcome.end.notes) say(note);
  if (options.json) printJson(outcome);
  else printText(timelineText(outcome));
}

/** @throws CallError with the places of a timeline that do not fit the design */
async function timelineOf(design: Design, file: string): Promise<Timeline> {
  const { name, text, value } = await readTimeline(file);
  const { events, untilMinutes } = value;
  const problems = timelineProblems(design, events, { ...(untilMinutes !== undefined && { untilMinutes }) });
  if (problems.length > 0) throw new CallError(name, problems, text);
  return value;
}

type Problems = typeof eventProblems;
const timelineProblemsAt: Problems = (design, events, at) => timelineProblems(design, events, { at });

/** The events of a kept scenario. @throws CallError where the design has none of the name, or it does not fit the design */
function eventsOf(
  { name, text, value }: Input<Design>,
  wanted: string,
  problemsOf: Problems,
): readonly ScenarioEvent[] {
  const { scenarios = [] } = value;
  const at = scenarios.findIndex((scenario) => scenario.name === wanted);
  if (at < 0) {
    const names = scenarios.map((scenario) => scenario.name);
    const near = nearest(wanted, names).join(' or ') || 'a scenario of the design';
    throw callError(name, `The design has no scenario "${wanted}".`, near, `"${wanted}"`);
  }
  const events = scenarios[at]?.events ?? [];
  const problems = problemsOf(value, events, pointer('scenarios', at, 'events'));
  if (problems.length > 0) throw new CallError(name, problems, text);
  return events;
}

function settingsOf(design: Design, options: Options, file: string): FailoverOptions {
  const { staticVotes = false, keepPreferredLimit = false, lock } = options;
  if (lock !== undefined) refuseUnknownDatacenter(design, lock, file);
  return {
    dynamicVotes: !staticVotes,
    keepsPreferredLimit: keepPreferredLimit,
    ...(lock !== undefined && { lockDatacenter: lock }),
  };
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

function count(of: string): (text: string) => number {
  return (text) => {
    if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError(`It is a number of ${of}, from 0.`);
    return Number(text);
  };
}
