import { linkLabels, linkNames, type LinkName } from '../../renderer/host/links.ts';
import { ShellError } from './shellError.ts';

interface Link {
  readonly label: string;
  readonly address: string;
}

const addresses: Readonly<Record<LinkName, string>> = {
  'preferred-architecture-2016':
    'https://techcommunity.microsoft.com/blog/exchange/the-exchange-2016-preferred-architecture/604024',
  'preferred-architecture-2019':
    'https://learn.microsoft.com/exchange/plan-and-deploy/deployment-ref/preferred-architecture-2019',
  'high-availability': 'https://learn.microsoft.com/exchange/high-availability/plan-ha',
  'system-requirements': 'https://learn.microsoft.com/exchange/plan-and-deploy/system-requirements',
  'supportability-matrix': 'https://learn.microsoft.com/exchange/plan-and-deploy/supportability-matrix',
  'storage-configuration': 'https://learn.microsoft.com/exchange/plan-and-deploy/deployment-ref/storage-configuration',
};

/** Nothing else is ever opened in the system's browser. */
export const links: Readonly<Record<string, Link>> = Object.fromEntries(
  linkNames.map((name) => [name, { label: linkLabels[name], address: addresses[name] }]),
);

/** The address of a link by its name. @throws ShellError for a name that is not in the list */
export function linkAddress(name: string): string {
  const link = Object.hasOwn(links, name) ? links[name] : undefined;
  if (!link) throw new ShellError('This link is not known. The Help menu has those that there are.');
  return link.address;
}
