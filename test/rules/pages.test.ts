import { describe, expect, it } from 'vitest';
import { rulePages } from '../../build/rule-pages.ts';

const files = import.meta.glob<string>('../../docs/rules/*.md', { eager: true, query: '?raw', import: 'default' });
const committed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path.split('/').at(-1) ?? '', text]));

describe('docs/rules', () => {
  it('is what npm run rule-docs makes of the rules', () => {
    expect(committed).toEqual(Object.fromEntries(rulePages()));
  });
});
