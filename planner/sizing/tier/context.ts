import type { Design } from '../../design/types.ts';
import { definition, Fields } from '../fields.ts';
import { given } from '../figure.ts';
import { NotStated } from '../formula.ts';
import type { TierContext } from './scope.ts';

/** What a design says about the cost of its mailboxes. */
export function tierContext({ sizing, exchange, dags = [] }: Design): TierContext {
  return {
    sizing: new Fields(definition('sizing'), '/sizing', sizing),
    version: () => {
      if (exchange?.version === undefined) throw new NotStated('/exchange/version');
      return given(exchange.version, '', '/exchange/version');
    },
    multiRole: exchange?.multiRole ?? true,
    replicated: dags.some(({ databases = [] }) => databases.some(({ copies = [] }) => copies.length !== 1)),
  };
}
