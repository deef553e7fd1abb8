import { ShellError } from './shellError.ts';

interface Link {
  readonly label: string;
  readonly address: string;
}

/** Microsoft's documentation that the rules rest on; see docs/sources.md. Nothing else is ever opened in the system's browser. */
export const links: Readonly<Record<string, Link>> = {
  'preferred-architecture-2016': {
    label: 'The Exchange 2016 Preferred Architecture',
    address: 'https://techcommunity.microsoft.com/blog/exchange/the-exchange-2016-preferred-architecture/604024',
  },
  'preferred-architecture-2019': {
    label: 'Exchange 2019 preferred architecture',
    address: 'https://learn.microsoft.com/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019',
  },
  'high-availability': {
    label: 'Planning for high availability and site resilience',
    address: 'https://learn.microsoft.com/exchange/high-availability/plan-ha',
  },
  'system-requirements': {
    label: 'Exchange Server system requirements',
    address: 'https://learn.microsoft.com/exchange/plan-and-deploy/system-requirements',
  },
  'supportability-matrix': {
    label: 'Exchange Server supportability matrix',
    address: 'https://learn.microsoft.com/exchange/plan-and-deploy/supportability-matrix',
  },
  'storage-configuration': {
    label: 'Exchange Server storage configuration options',
    address: 'https://learn.microsoft.com/exchange/plan-and-deploy/deployment-ref/storage-configuration',
  },
};

/** The address of a link by its name. @throws ShellError for a name that is not in the list */
export function linkAddress(name: string): string {
  const link = Object.hasOwn(links, name) ? links[name] : undefined;
  if (!link) throw new ShellError('This link is not known. The Help menu has those that there are.');
  return link.address;
}
