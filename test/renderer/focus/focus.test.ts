import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexDesign } from '../../../planner/design/index.ts';
import { subject } from '../../../planner/design/subject.ts';
import { focusOf } from '../../../renderer/focus/focus.ts';
import { sampleDesign } from '../../diagram/sampleDesign.ts';
import { sample } from '../sample.ts';

const design = sampleDesign();
const index = indexDesign(design);
const serverNames = [...index.servers.keys()];
const databaseNames = [...index.databases.keys()];

describe('the focus', () => {
  it('on a database, or one of its copies, lights all copies, with logs from the active one to the others', () => {
    const focus = {
      about: 'database:DB1',
      lit: ['copy:DB1/EX01', 'copy:DB1/EX02'],
      streams: [{ from: 'copy:DB1/EX01', to: 'copy:DB1/EX02', databases: 1, lagged: true }],
      title: 'DB1',
      summary: '2 copies: EX01, EX02 (lagged)',
    };
    expect(focusOf(sample, 'database:DB1')).toEqual(focus);
    expect(focusOf(sample, 'copy:DB1/EX02')).toEqual(focus);
  });

  it('on a disk lights its neighbours: the disks with other copies of its databases', () => {
    expect(focusOf(sample, 'volume:EX02/Vol1')).toMatchObject({
      lit: ['volume:EX02/Vol1', 'volume:EX01/Vol1'],
      streams: [{ from: 'volume:EX01/Vol1', to: 'volume:EX02/Vol1' }],
      summary: '1 copy; others on 1 disk of 1 other server',
    });
  });

  it('on a server lights it and the copies elsewhere of what it holds', () => {
    expect(focusOf(sample, 'server:EX01')).toMatchObject({
      lit: ['server:EX01', 'copy:DB1/EX02'],
      streams: [{ from: 'server:EX01', to: 'server:EX02', databases: 1 }],
    });
  });

  it.each(['design', 'datacenter:East', 'hardware:R740', 'server:gone', 'volume:EX01/gone', 'copy:gone/EX01', '?'])(
    'is nothing for %s',
    (about) => {
      expect(focusOf(sample, about)).toBeUndefined();
    },
  );

  it('on any database has one stream fewer than copies, all from one place and none to it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...databaseNames), (name) => {
        const { lit, streams } = focusOf(design, subject.database(name)) ?? { lit: [], streams: [] };
        expect(lit).toHaveLength(index.databases.get(name)?.copies.length ?? -1);
        expect(streams).toHaveLength(lit.length - 1);
        expect(new Set(streams.map(({ from }) => from)).size).toBe(1);
        expect(streams.filter(({ from, to }) => from === to)).toEqual([]);
      }),
    );
  });

  it('on any server counts each stream that begins or ends there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...serverNames), (name) => {
        const about = subject.server(name);
        const { streams } = focusOf(design, about) ?? { streams: [] };
        const ends = streams.filter(({ to }) => to === about).reduce((sum, { databases }) => sum + databases, 0);
        const passive = index.servers.get(name)?.copies.filter(({ value }) => value.activationPreference !== 1) ?? [];
        expect(ends).toBe(passive.length);
        expect(streams.every(({ from, to }) => from === about || to === about)).toBe(true);
      }),
    );
  });
});
