import { expect, it } from 'vitest';
import type { ServerLoad } from '../../../planner/sizing/serverLoad.ts';
import { worstLoad } from '../../../renderer/form/worstLoad.ts';
import { fileNameOf } from '../../../renderer/state/fileName.ts';

it('worstLoad takes the highest of each and leaves out what is not stated', () => {
  const server: ServerLoad = {
    server: 'EX01',
    copies: 4,
    notStated: { cpu: [], memory: [], capacity: [], iops: [] },
    judgedMode: 'datacenter',
    modes: {},
    volumes: [],
  };
  expect(worstLoad([server])).toEqual({
    cpu: undefined,
    memory: undefined,
    memoryGB: 0,
    disk: undefined,
    iops: undefined,
  });
  const mode = (cpuUtilization: number) => ({
    failed: [],
    activeDatabases: 1,
    activeFailed: [],
    activeMailboxes: 1,
    cpuUtilization,
  });
  const loaded = {
    ...server,
    memoryRequiredGB: 90,
    memoryGB: 180,
    modes: { datacenter: mode(0.5), normal: mode(0.9) },
  };
  expect(worstLoad([server, loaded])).toMatchObject({ cpu: 0.5, memory: 0.5, memoryGB: 90 });
});

it.each([
  ['Contoso', 'contoso.dagwright.json'],
  ['  Łódź & Söhne <2>/x ', 'łódź-söhne-2-x.dagwright.json'],
  ['"&<>', 'design.dagwright.json'],
])('the design %j suggests the file %s', (name, file) => {
  expect(fileNameOf(name)).toBe(file);
});
