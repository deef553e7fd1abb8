import { expect, it } from 'vitest';
import { linkAddress } from '../../../electron/main/links.ts';
import { rules } from '../../../planner/rules/index.ts';
import { links, linkTo } from '../../../renderer/host/links.ts';
import { validateMessages } from '../../../schemas/generated/validators.js';

it('every document that a rule cites can be opened from the desktop program, by a name', () => {
  const addresses = new Set(rules.flatMap(({ source }) => source.url ?? []));
  expect(addresses.size).toBeGreaterThan(10);
  for (const address of addresses) {
    const link = linkTo(address) ?? '';
    expect(linkAddress(link)).toBe(address);
    expect(validateMessages({ openLink: { link } })).toBe(true);
  }
});

it('links lead to Microsoft’s documentation by https, and nowhere else', () => {
  const origins = new Set(Object.values(links).map(({ address }) => new URL(address).origin));
  expect([...origins].sort()).toEqual(['https://learn.microsoft.com', 'https://techcommunity.microsoft.com']);
});

it('an address that no link leads to has no name', () => {
  expect(linkTo('https://learn.microsoft.com/')).toBeUndefined();
});
