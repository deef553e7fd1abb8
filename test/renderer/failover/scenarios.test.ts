import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import { checkDesign } from '../../../planner/design/load.ts';
import type { Scenario } from '../../../planner/design/types.ts';
import type { FailoverEvent } from '../../../planner/simulate/failover/index.ts';
import { keepScenario, scenarioPlay } from '../../../renderer/failover/scenarios.ts';
import { sample } from '../sample.ts';

const kept = (played: readonly FailoverEvent[], design = sample) =>
  applyCommand(design, keepScenario(design, played)).design;

describe('a kept scenario', () => {
  it.each<[string, FailoverEvent[]]>([
    ['one failure', [{ fail: ['server:EX01'] }]],
    [
      'failures and a healing in order',
      [{ fail: ['server:EX01'] }, { heal: ['server:EX01'] }, { fail: ['link:East/West'] }],
    ],
    [
      'a datacenter that is given up and taken back',
      [{ fail: ['datacenter:East'] }, { switchover: 'datacenter:East' }, { switchback: 'datacenter:East' }],
    ],
    ['some of them at once', [{ fail: ['server:EX01'] }, { fail: ['server:EX02', 'witness:DAG1'] }]],
  ])('of %s plays what was kept', (_, played) => {
    const design = kept(played);
    expect(checkDesign(design)).toEqual([]);
    expect(scenarioPlay(design.scenarios?.[0] as Scenario)).toEqual({
      events: played,
      order: 'succession',
    });
  });

  it('of failures at once is played at once, server by server', () => {
    const [scenario] = kept([{ fail: ['server:EX01', 'server:EX02'] }]).scenarios ?? [];
    expect(scenario?.events?.map(({ atMinutes }) => atMinutes)).toEqual([0, 0]);
    expect(scenarioPlay(scenario as Scenario)).toMatchObject({
      events: [{ fail: ['server:EX01'] }, { fail: ['server:EX02'] }],
      order: 'atOnce',
    });
  });

  it('gets a name that no other has', () => {
    const design = kept([{ fail: ['server:EX01'] }], kept([{ fail: ['server:EX01'] }]));
    expect(design.scenarios?.map(({ name }) => name)).toEqual(['EX01 fails', 'EX01 fails 2']);
  });

  it('plays what people do about it, too', () => {
    const events = [
      { subject: 'server:EX01' },
      { kind: 'switchover' as const, subject: 'datacenter:East' },
      { kind: 'recover' as const, subject: 'server:EX01' },
    ];
    expect(scenarioPlay({ name: 'Mixed', events })).toEqual({
      events: [{ fail: ['server:EX01'] }, { switchover: 'datacenter:East' }, { heal: ['server:EX01'] }],
      order: 'succession',
    });
  });

  it('without events plays nothing', () => {
    expect(scenarioPlay({ name: 'Empty' })).toEqual({ events: [], order: 'succession' });
  });
});
