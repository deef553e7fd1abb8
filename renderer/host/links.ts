import { documents } from '../../planner/rules/support/sources.ts';

interface Link {
  readonly label: string;
  readonly address: string;
}

/** Microsoft's documentation in the Help menu, by the names that the page asks the desktop program for; see docs/sources.md. */
export const helpLinks = {
  'preferred-architecture-2016': {
    label: 'The Exchange 2016 Preferred Architecture',
    address: 'https://techcommunity.microsoft.com/blog/exchange/the-exchange-2016-preferred-architecture/604024',
  },
  'preferred-architecture-2019': {
    label: 'Exchange 2019 preferred architecture',
    address: documents.preferredArchitecture.url,
  },
  'high-availability': {
    label: 'Planning for high availability and site resilience',
    address: documents.planHighAvailability.url,
  },
  'system-requirements': {
    label: 'Exchange Server system requirements',
    address: documents.systemRequirements.url,
  },
  'supportability-matrix': {
    label: 'Exchange Server supportability matrix',
    address: documents.supportabilityMatrix.url,
  },
  'storage-configuration': {
    label: 'Exchange Server storage configuration options',
    address: documents.storage.url,
  },
} as const satisfies Record<string, Link>;

const cited: readonly (readonly [string, Link])[] = Object.entries(documents).flatMap(([name, document]) =>
  'url' in document ? [[name, { label: document.title, address: document.url }]] : [],
);

/** Every document that may be opened: those of the Help menu and those that findings cite. Nothing else ever is. */
export const links: Readonly<Record<string, Link>> = { ...Object.fromEntries(cited), ...helpLinks };

/** The name of the link that leads to an address. */
export function linkTo(address: string): string | undefined {
  return Object.keys(links).find((name) => links[name]?.address === address);
}
