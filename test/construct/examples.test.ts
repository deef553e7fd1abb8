import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { constructDesign } from '../../planner/construct/index.ts';
import { loadDesign, loadRequirements } from '../../planner/design/load.ts';
import { writeDesign } from '../../planner/design/write.ts';

function example(name: string): string {
  return readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
}

describe('the examples', () => {
  it.each([
    ['contoso', { dags: 1, servers: 16, databases: 224, fullBlock: true }],
    ['environment', { dags: 4, servers: 40, databases: 560, fullBlock: false }],
  ])('%s is what its requirements construct, byte for byte', (name, expected) => {
    const requirements = loadRequirements(example(`${name}.requirements.json`));
    if (!requirements.ok) throw new Error(JSON.stringify(requirements.problems));
    const constructed = constructDesign(requirements.value);
    if (!constructed.ok) throw new Error(constructed.message);
    expect(constructed.summary).toMatchObject(expected);
    const text = writeDesign(constructed.design);
    expect(text).toBe(example(`${name}.dagwright.json`));
    expect(loadDesign(text).ok).toBe(true);
  });
});
