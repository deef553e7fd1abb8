/**
 * Microsoft's documentation that the rules rest on, by the names under which the desktop program knows its addresses; see
 * docs/sources.md.
 */
export const linkLabels = {
  'preferred-architecture-2016': 'The Exchange 2016 Preferred Architecture',
  'preferred-architecture-2019': 'Exchange 2019 preferred architecture',
  'high-availability': 'Planning for high availability and site resilience',
  'system-requirements': 'Exchange Server system requirements',
  'supportability-matrix': 'Exchange Server supportability matrix',
  'storage-configuration': 'Exchange Server storage configuration options',
} as const;

export type LinkName = keyof typeof linkLabels;
export const linkNames = Object.keys(linkLabels) as readonly LinkName[];
