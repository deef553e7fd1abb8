import type { Hardware } from '../../design/types.ts';
import { sizingCatalog, type ExchangeVersion } from '../catalog.ts';
import type { Fields } from '../fields.ts';
import { given, type Quantity } from '../figure.ts';
import { formula, type Recipe } from '../formula.ts';
import { clientAccessMemoryGB, memoryStepGB, minimumMemoryGB, neededMemoryGB, purchasableMemoryGB } from '../memory.ts';
import { calculator } from '../source.ts';

const source = calculator('A4');

/** The least that so many copies and the Exchange version ask for. */
export function minimum(version: Quantity<ExchangeVersion>, copies: Quantity<number>): Recipe<number> {
  const least = minimumMemoryGB(version.value, copies.value);
  return formula({
    unit: 'GB',
    words: 'minimum',
    of: {
      minimum: given(least, 'GB', 'by the copies on the server and the Exchange version (facts A3, A4)'),
      copies,
      version,
    },
    value: (values) => values.minimum,
    source: copies.value > 50 ? `${source}; above 50 copies unverified` : source,
  });
}

/**
 * Memory that client access takes: by the share of the processors that it uses, else by a share taken for granted.
 * @param used its megacycles; undefined where they are not known @throws NotStated
 */
export function clientAccess(
  hardware: Fields<Hardware>,
  used: Quantity<number> | undefined,
  available: Quantity<number>,
  multiRole: boolean,
): Recipe<number> {
  const cores = hardware.get('cores');
  const { clientAccessBaseGB, clientAccessGBPerCore, clientAccessUtilization } = sizingCatalog.memory;
  if (!multiRole) {
    return formula({
      unit: 'GB',
      words: '0; client access has servers of its own',
      of: { cores },
      value: () => 0,
      source,
    });
  }
  const base = given(clientAccessBaseGB, 'GB', 'facts A4');
  const each = given(clientAccessGBPerCore, 'GB', 'facts A4');
  if (used && hardware.states('specIntRate2006')) {
    return formula({
      unit: 'GB',
      words: 'round(base + used ÷ available × cores × each)',
      of: { base, used, available, cores, each },
      value: (values) => clientAccessMemoryGB(values.cores, values.used / values.available),
      source: `${source}; derived for Exchange 2016: client access is 0.375 ÷ 1.375 of the multi-role figure`,
    });
  }
  return formula({
    unit: 'GB',
    words: 'base + cores × each × share; no SPECint_rate2006 result is stated',
    of: { base, cores, each, share: given(clientAccessUtilization, '1', 'facts A4') },
    value: (values) => clientAccessMemoryGB(values.cores, undefined),
    source,
  });
}

export function needed(least: Quantity<number>, cache: Quantity<number>, clients: Quantity<number>): Recipe<number> {
  return formula({
    unit: 'GB',
    words: 'max(minimum, cache ÷ 0.25 + client access)',
    of: { minimum: least, cache, clientAccess: clients },
    value: (values) => neededMemoryGB(values.minimum, values.cache, values.clientAccess),
    source,
  });
}

/** @throws NotStated */
export function installed(hardware: Fields<Hardware>): Recipe<number> {
  return formula({
    unit: 'GB',
    words: 'installed',
    of: { installed: hardware.get('memoryGB') },
    value: (values) => values.installed,
    source: 'The server model',
  });
}

/** The next size on sale. @param needs of servers that are to be alike */
export function toBuy(needs: readonly Quantity<number>[]): Recipe<number> {
  const most = Math.max(...needs.map(({ value }) => value));
  return formula({
    unit: 'GB',
    words: 'max(roundup(max(needed) ÷ step) × step, 8)',
    of: { needed: needs, step: given(memoryStepGB(most), 'GB', 'sizes on sale (facts A4)') },
    value: (values) => purchasableMemoryGB(Math.max(...values.needed)),
    source,
  });
}
