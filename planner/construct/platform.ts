import platforms from '../../catalog/platforms.json' with { type: 'json' };
import type { Design, Server } from '../design/types.ts';
import type { ExchangeVersion } from '../sizing/catalog.ts';

/** What a new design takes for granted with an Exchange version, where the requirements do not say. */
export interface Platform {
  readonly cumulativeUpdate: number;
  readonly operatingSystem: NonNullable<Server['operatingSystem']>;
  readonly directoryLevel: NonNullable<NonNullable<Design['directory']>['forestFunctionalLevel']>;
  readonly fileSystem: 'NTFS' | 'ReFS';
}

/** The Exchange version that an edition of the PA is about. */
export function versionOf(ruleset: string): ExchangeVersion | undefined {
  const versions = Object.keys(platforms) as ExchangeVersion[];
  return versions.find((version) => (platforms[version].rulesets as readonly string[]).includes(ruleset));
}

export function platformFor(version: ExchangeVersion): Platform {
  return platforms[version] as Platform;
}
