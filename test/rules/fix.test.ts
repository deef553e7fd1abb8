import { describe, expect, it } from 'vitest';
import { applyCommand } from '../../planner/design/edit.ts';
import { checkDesign } from '../../planner/design/load.ts';
import { fixDesign, validateDesign } from '../../planner/rules/index.ts';
import { base } from './base.ts';
import { edited, insert, remove, set } from './sample.ts';

const today = '2026-03-31';

describe('fixDesign', () => {
  it('leaves a design without findings as it is', () => {
    expect(fixDesign(base, { today })).toEqual({ design: base, commands: [], remaining: [] });
  });

  it('mends what is mechanical and keeps the rest', () => {
    const design = edited([
      set('/hardware/0/cores', 28),
      set('/hardware/0/physical', false),
      set('/dags/0/servers/0/volumes/0/bitLocker', false),
      set('/transport/safetyNetHoldDays', 2),
    ]);
    const fixed = fixDesign(design, { today });
    expect(fixed.commands.map(({ label }) => label)).toEqual([
      'Set cores of Standard to 24',
      'Turn on BitLocker for Data1 on EX01',
      'Set Safety Net hold time to 7 days',
    ]);
    expect(fixed.design).toEqual(edited([set('/hardware/0/physical', false)]));
    expect(fixed.remaining.map(({ rule }) => rule)).toEqual(['physical-server']);
  });

  it('returns the mends as commands that lead to the same design', () => {
    const design = edited([set('/hardware/0/cores', 28), set('/dags/0/replayLagManagerEnabled', false)]);
    const fixed = fixDesign(design, { today });
    const replayed = fixed.commands.reduce((state, command) => applyCommand(state, command).design, design);
    expect(replayed).toEqual(fixed.design);
  });

  it('goes on until a mend of a mend is done', () => {
    const design = edited([set('/dags/0/databases/0/copies/3/replayLagHours', 400)]);
    const fixed = fixDesign(design, { today });
    expect(fixed.design).toEqual(base);
    expect(fixed.remaining).toEqual([]);
  });

  it('numbers preferences anew and puts the lagged copy last', () => {
    const design = edited([
      set('/dags/0/databases/0/copies/3/activationPreference', 1),
      set('/dags/0/databases/0/copies/0/activationPreference', 7),
    ]);
    const { copies } = fixDesign(design, { today }).design.dags?.[0]?.databases?.[0] ?? {};
    expect(copies?.map(({ activationPreference }) => activationPreference)).toHaveLength(4);
    expect(copies?.map(({ activationPreference }) => activationPreference).toSorted()).toEqual([1, 2, 3, 4]);
    expect(copies?.[3]?.activationPreference).toBe(4);
  });

  it('plans no amount that a file cannot hold', () => {
    const design = edited([set('/mailboxTiers/0/messagesPerDay', 1e15), set('/links/0/tcpWindowBytes', 1)]);
    const fixed = fixDesign(design, { today });
    expect(fixed.remaining.map(({ rule }) => rule)).toContain('link-carries-replication');
    expect(checkDesign(fixed.design)).toEqual([]);
  });

  it('leaves waived findings to the architect', () => {
    const design = edited([set('/hardware/0/cores', 28), set('/waivers', [{ rule: 'core-count' }])]);
    const fixed = fixDesign(design, { today });
    expect(fixed.commands).toEqual([]);
    expect(fixed.remaining).toEqual([]);
  });

  it('mends by the values of the ruleset it is given', () => {
    const design = edited([set('/hardware/0/memoryGB', 512)]);
    const fixed = fixDesign(design, { today, ruleset: 'pa-2019' });
    expect(fixed.design.hardware?.[0]?.memoryGB).toBe(256);
  });

  it('gives a design that loads', () => {
    const design = edited([
      set('/dags/0/fileSystem', 'NTFS'),
      set('/dags/0/administrativeAccessPoint', { ipAddresses: ['10.0.0.5'] }),
      set('/pairs/0/loadBalancer', { kind: 'hardware', layer: 4, sessionAffinity: 'sourceIp' }),
      remove('/dags/0/databases/0/copies/3'),
    ]);
    expect(checkDesign(fixDesign(design, { today }).design)).toEqual([]);
  });

  it('scales the SPECint result of a server with its cores', () => {
    const design = edited([set('/hardware/0/cores', 28), set('/hardware/0/specIntRate2006', 1190)]);
    expect(fixDesign(design, { today }).design.hardware?.[0]).toMatchObject({ cores: 24, specIntRate2006: 1020 });
  });

  it('turns the integrity feature off with a mend that formats with ReFS', () => {
    const volume = '/dags/0/servers/0/volumes/0';
    const design = edited([set(`${volume}/fileSystem`, 'NTFS'), remove(`${volume}/integrityStreams`)]);
    const fixed = fixDesign(design, { today });
    expect(fixed.design.dags?.[0]?.servers?.[0]?.volumes?.[0]).toMatchObject({
      fileSystem: 'ReFS',
      integrityStreams: false,
    });
    expect(fixed.remaining).toEqual([]);
  });

  it('leaves out a mend that brings an error or a finding of another rule, though it mends the rest', () => {
    const design = edited([
      set('/hardware/0/cores', 96),
      set('/mailboxTiers/0/messagesPerDay', 6000),
      set('/dags/0/servers/0/volumes/0/bitLocker', false),
    ]);
    const [finding] = validateDesign(design, { today }).findings.filter(({ rule }) => rule === 'core-count');
    const fixed = fixDesign(design, { today });
    expect(finding?.fixable).toBe(true);
    expect(fixed.design.hardware?.[0]?.cores).toBe(96);
    expect(fixed.commands.map(({ label }) => label)).toEqual(['Turn on BitLocker for Data1 on EX01']);
    expect(fixed.remaining.map(({ rule }) => rule)).toContain('core-count');
  });

  it('sets a harmful mend apart from a harmless one of the same rule', () => {
    const design = edited([
      set('/hardware/0/cores', 96),
      set('/mailboxTiers/0/messagesPerDay', 6000),
      insert('/hardware/1', { ...base.hardware?.[0], name: 'Idle', cores: 28 }),
      insert('/dags/0/servers/8', { ...base.dags?.[0]?.servers?.[0], name: 'EX09', hardware: 'Idle' }),
    ]);
    const { hardware } = fixDesign(design, { today }).design;
    expect(hardware?.map(({ name, cores }) => [name, cores])).toEqual([
      ['Standard', 96],
      ['Idle', 24],
    ]);
  });
});
