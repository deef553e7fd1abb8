import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign, loadTimeline } from '../../../planner/design/load.ts';
import type { ScenarioEvent } from '../../../planner/design/types.ts';
import { playTimeline } from '../../../planner/simulate/timeline/index.ts';
import {
  durationLabel,
  isTimed,
  newTimeline,
  nextEvent,
  offeredSubjects,
  setEvents,
  shownScenario,
  timelineFile,
  withMinutes,
} from '../../../renderer/failover/timeline/events.ts';
import { fileProblems } from '../../../renderer/failover/timeline/fileProblems.ts';
import { downCurve, eventMarks, timelineAnswer } from '../../../renderer/failover/timeline/run.ts';
import { sample } from '../sample.ts';

const lost: ScenarioEvent[] = [
  { atMinutes: 0, kind: 'fail', subject: 'server:EX01' },
  { atMinutes: 60, kind: 'recover', subject: 'server:EX01' },
];
const ask = (events: readonly ScenarioEvent[], more = {}) => ({ events, durations: {}, options: {}, ...more });

describe('a timeline', () => {
  it('is a scenario whose events state their minutes', () => {
    const { command, name } = newTimeline(sample, 'server:EX01');
    const { design } = applyCommand(sample, command);
    expect(checkDesign(design)).toEqual([]);
    expect(name).toBe('Timeline');
    expect(newTimeline(design, 'server:EX01').name).toBe('Timeline 2');
    expect(isTimed(design.scenarios?.[0]?.events)).toBe(true);
    expect(isTimed([])).toBe(false);
  });

  it('shows the scenario that was picked, else the first with times', () => {
    const design = {
      ...sample,
      scenarios: [
        { name: 'A', events: [{ subject: 'server:EX01' }] },
        { name: 'B', events: lost },
      ],
    };
    expect(shownScenario(design, 'A')).toBe(0);
    expect(shownScenario(design, 'gone')).toBe(1);
    expect(shownScenario(sample, undefined)).toBe(0);
  });

  it('keeps its events in order of time, and is undone in one step', () => {
    const design = { ...sample, scenarios: [{ name: 'A', events: lost }] };
    const { design: changed, inverse } = applyCommand(design, setEvents(0, [lost[1]!, lost[0]!], 'Turn'));
    expect(changed.scenarios?.[0]?.events).toEqual(lost);
    expect(applyCommand(changed, inverse).design).toEqual(design);
  });

  it('gets minutes an hour apart where it has none', () => {
    const events = [{ subject: 'a' }, { subject: 'b', atMinutes: 90 }, { subject: 'c' }];
    expect(withMinutes(events).map(({ atMinutes }) => atMinutes)).toEqual([0, 90, 150]);
  });

  it('goes on with the return of what failed', () => {
    expect(nextEvent(sample, lost.slice(0, 1))).toEqual({ atMinutes: 60, kind: 'recover', subject: 'server:EX01' });
    expect(nextEvent(sample, lost)).toMatchObject({ atMinutes: 120, kind: 'fail' });
    expect(nextEvent(sample, [])).toMatchObject({ atMinutes: 0, kind: 'fail', subject: 'server:EX01' });
  });

  it('offers what can fail', () => {
    expect(offeredSubjects(sample)).toEqual(
      expect.arrayContaining(['datacenter:East', 'link:East/West', 'dag:DAG1', 'server:EX01']),
    );
  });

  it('is written as the file that the command plays', () => {
    const durations = { failoverSeconds: 30 };
    const text = timelineFile({ name: 'A', events: lost, durations, untilMinutes: 90 });
    const loaded = loadTimeline(text);
    expect(loaded).toMatchObject({ ok: true, value: { name: 'A', events: lost, durations, untilMinutes: 90 } });
  });

  it.each([
    ['serverDetectionSeconds', 'Server detection'],
    ['seedMBPerSecond', 'Seed'],
    ['replayLagMaxDelayHours', 'Replay lag max delay'],
  ])('calls %s “%s”', (name, label) => {
    expect(durationLabel(name)).toBe(label);
  });
});

describe('what comes of it', () => {
  it('is what the engine plays, with the databases that were down longest first', () => {
    const answer = timelineAnswer(sample, ask(lost));
    if (!('run' in answer)) throw new Error('It does not play.');
    const played = playTimeline(sample, { events: lost });
    expect(answer.run).toMatchObject({
      steps: played.steps,
      endSeconds: played.endSeconds,
      availability: played.availability,
      downCount: played.databases.filter(({ downSeconds }) => downSeconds > 0).length,
    });
  });

  it.each([
    ['an unknown server', ask([{ atMinutes: 0, subject: 'server:GONE' }]), '/events/0/subject'],
    ['an end before the last event', ask(lost, { untilMinutes: 1 }), '/untilMinutes'],
  ])('is a problem with its place for %s', (_, asked, path) => {
    const answer = timelineAnswer(sample, asked);
    expect('problems' in answer && answer.problems.map((problem) => problem.path)).toEqual([path]);
  });

  it('marks its events, those of a minute together', () => {
    expect(eventMarks([...lost, { atMinutes: 60, kind: 'switchback', subject: 'datacenter:East' }])).toEqual([
      { hours: 0, text: 'EX01 fails' },
      { hours: 1, text: 'EX01 heals and East is taken back' },
    ]);
  });

  it.each([
    ['a rate of nothing', { seedMBPerSecond: 0 }, '/durations/seedMBPerSecond'],
    ['half a try', { spareTries: 1.5 }, '/durations/spareTries'],
  ])('is not asked for where its file could not hold %s', (_, durations, path) => {
    expect(fileProblems({ name: 'A', events: lost, durations }).map((problem) => problem.path)).toEqual([path]);
    expect(fileProblems({ name: 'A', events: lost, durations: {} })).toEqual([]);
  });

  it('is drawn as steps of how many are down', () => {
    const outage = (fromSeconds: number, toSeconds: number | null) => ({ outages: [{ fromSeconds, toSeconds }] });
    const points = downCurve([outage(0, 3600), outage(1800, null), outage(1800, 3600)], 7200);
    expect(points.map(({ hours, value }) => [hours, value])).toEqual([
      [0, 1],
      [0.5, 1],
      [0.5, 3],
      [1, 3],
      [1, 1],
      [2, 1],
    ]);
    expect(downCurve([], 3600).map(({ hours, value }) => [hours, value])).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
});
