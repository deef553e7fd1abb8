import type { Totals } from './totals.ts';

/** What is bought by the piece. Nothing is known of what it costs: the user gives the prices. */
export const priced = [
  { id: 'servers', label: 'a server' },
  { id: 'disks', label: 'a disk' },
  { id: 'rackUnits', label: 'a rack unit' },
  { id: 'serverLicences', label: 'a server licence' },
] as const;

export type PricedId = (typeof priced)[number]['id'];

/** By the piece, in whatever currency; what has none is left out of the sum. */
export type Prices = Readonly<Partial<Record<PricedId, number>>>;

export interface Cost {
  readonly id: PricedId;
  readonly label: string;
  /** Undefined without a price or a number of pieces. */
  readonly one: number | undefined;
  readonly other: number | undefined;
}

export interface Costs {
  readonly lines: readonly Cost[];
  /** Of what has a price on both sides; undefined where nothing has. */
  readonly one: number | undefined;
  readonly other: number | undefined;
}

/** @param otherPrices where they differ from those of the first design */
export function costsOf(one: Totals, other: Totals, prices: Prices, otherPrices: Prices): Costs {
  const lines = priced.map(({ id, label }): Cost => {
    const price = prices[id];
    return {
      id,
      label,
      one: product(price, piecesOf(one, id)),
      other: product(otherPrices[id] ?? price, piecesOf(other, id)),
    };
  });
  const summed = lines.filter((line) => line.one !== undefined && line.other !== undefined);
  const sum = (side: 'one' | 'other'): number | undefined =>
    summed.length === 0 ? undefined : summed.reduce((total, line) => total + (line[side] ?? 0), 0);
  return { lines, one: sum('one'), other: sum('other') };
}

function piecesOf(totals: Totals, id: PricedId): number | undefined {
  const total = totals[id];
  return total?.kind === 'number' ? total.value : undefined;
}

function product(price: number | undefined, count: number | undefined): number | undefined {
  return price === undefined || count === undefined ? undefined : price * count;
}
