import type { Hardware } from '../../design/types.ts';
import type { Fields } from '../fields.ts';
import { formula, type Recipe } from '../formula.ts';

/** Drive bays of a server model. @throws NotStated */
export function bays(hardware: Fields<Hardware>): Recipe<number> {
  return formula({
    unit: 'bays',
    words: 'bays',
    of: { bays: hardware.get('bays') },
    value: (values) => values.bays,
    source: 'The server model',
  });
}
