import { expect, it } from 'vitest';
import { applyCommand } from '../../../planner/design/edit.ts';
import type { Design } from '../../../planner/design/types.ts';
import { replaceDesign } from '../../../renderer/state/commands.ts';
import { sample } from '../sample.ts';

it('puts a design in the place of another, and undoing brings the other back', () => {
  const other: Design = { format: 'dagwright/1', name: 'Other', ruleset: 'pa-2019', 'x-note': 1 };
  const { design, inverse } = applyCommand(sample, replaceDesign(sample, other, 'Replace'));
  expect(design).toEqual(other);
  expect(applyCommand(design, inverse).design).toEqual(sample);
});
