import { megacycleTable } from '../catalog.ts';
import { blendedFactor, megacyclesPerMailbox, type Megacycles } from '../cpu.ts';
import { given, type Quantity } from '../figure.ts';
import { figure, formula, type Recipe } from '../formula.ts';
import { calculator } from '../source.ts';
import type { TierScope } from './scope.ts';

/** The third-party factor on CPU, blended over the tier. */
export const megacycleFactor = figure('megacycleFactor', ({ fields }: TierScope) =>
  formula({
    unit: '×',
    words: 'share × factor + 1 − share',
    of: { share: fields.get('multiplierShare'), factor: fields.get('megacycleMultiplier') },
    value: ({ share, factor }) => blendedFactor(factor, share),
    source: calculator('A2'),
  }),
);

/** Of a mailbox whose database is active, client access included. */
export const activeMegacycles = figure('activeMegacycles', (tier: TierScope) =>
  times(tier, 'active', megacycleFactor(tier)),
);

/** The part of the active megacycles that client access takes. */
export const clientAccessMegacycles = figure('clientAccessMegacycles', (tier: TierScope) =>
  times(tier, 'clientAccess', megacycleFactor(tier)),
);

/** The part of the active megacycles that the mailbox role takes. */
export const mailboxRoleMegacycles = figure('mailboxRoleMegacycles', (tier: TierScope) =>
  formula({
    unit: 'megacycles',
    words: 'active − client access',
    of: { active: activeMegacycles(tier), clientAccess: clientAccessMegacycles(tier) },
    value: ({ active, clientAccess }) => active - clientAccess,
    source: calculator('A2'),
  }),
);

/** Of a mailbox on each server with a passive copy. */
export const passiveMegacycles = figure('passiveMegacycles', (tier: TierScope) => {
  const applies = tier.context.sizing.get('megacycleMultiplierAppliesTo');
  return times(
    tier,
    'passive',
    applies.value === 'activeAndPassive'
      ? megacycleFactor(tier)
      : given(1, '×', `active mailboxes only: ${applies.source}`),
  );
});

function times(tier: TierScope, part: keyof Megacycles, factor: Quantity<number>): Recipe<number> {
  const version = tier.context.version().value;
  const messages = tier.fields.get('messagesPerDay');
  const { source } = megacycleTable(version);
  return formula({
    unit: 'megacycles',
    words: 'published × factor',
    of: {
      published: given(
        megacyclesPerMailbox(version, messages.value, tier.context.multiRole)[part],
        'megacycles',
        `Exchange ${version} at ${messages.value} messages a day, the table or its slope`,
      ),
      messages,
      factor,
    },
    value: ({ published, factor: times }) => published * times,
    source,
  });
}
