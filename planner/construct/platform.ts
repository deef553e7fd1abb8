import platforms from '../../catalog/platforms.json' with { type: 'json' };
import type { Design, Exchange, Server } from '../design/types.ts';
import type { ExchangeVersion } from '../sizing/catalog.ts';

type OperatingSystem = NonNullable<Server['operatingSystem']>;

/** What a new design takes for granted with an Exchange version, where the requirements do not say. */
export interface Platform {
  readonly cumulativeUpdate: number;
  /** The newest that the cumulative update supports. */
  readonly operatingSystem: OperatingSystem;
  readonly directoryLevel: NonNullable<NonNullable<Design['directory']>['forestFunctionalLevel']>;
  readonly fileSystem: 'NTFS' | 'ReFS';
  /** Properties of a DAG that came with a cumulative update and that this one knows. */
  readonly properties: ReadonlySet<string>;
}

interface PlatformEntry extends Omit<Platform, 'operatingSystem' | 'properties'> {
  /** The editions of the PA that are about this version. */
  readonly rulesets: readonly string[];
  /** Newest first. */
  readonly operatingSystems: readonly { readonly name: OperatingSystem; readonly fromCumulativeUpdate: number }[];
  /** By property of a DAG, the cumulative update that brought it; the version does not know one that is absent. */
  readonly propertiesFrom: Readonly<Record<string, number>>;
}

const entries = platforms as Readonly<Record<ExchangeVersion, PlatformEntry>>;

/** The Exchange version that an edition of the PA is about. */
export function versionOf(ruleset: string): ExchangeVersion | undefined {
  const versions = Object.keys(entries) as ExchangeVersion[];
  return versions.find((version) => entries[version].rulesets.includes(ruleset));
}

/** The platform of an Exchange version, at the stated cumulative update or the newest. */
export function platformFor(exchange: Exchange & { readonly version: ExchangeVersion }): Platform {
  const { operatingSystems, propertiesFrom, ...entry } = entries[exchange.version];
  const cumulativeUpdate = exchange.cumulativeUpdate ?? entry.cumulativeUpdate;
  const [newest] = operatingSystems.filter(({ fromCumulativeUpdate }) => fromCumulativeUpdate <= cumulativeUpdate);
  if (!newest) throw new RangeError(`No operating system is known for Exchange ${exchange.version}.`);
  const known = Object.entries(propertiesFrom).filter(([, from]) => from <= cumulativeUpdate);
  const properties = new Set(known.map(([property]) => property));
  return { ...entry, cumulativeUpdate, operatingSystem: newest.name, properties };
}
