import type { Source } from '../rule.ts';

const learn = (page: string): string => `https://learn.microsoft.com/exchange/${page}`;
const cmdlet = (name: string): string => `https://learn.microsoft.com/powershell/module/exchangepowershell/${name}`;

/** The documents that rules come from. */
export const documents = {
  article: { title: 'Exchange Server 2016 Architecture (May 2015)' },
  preferredArchitecture: {
    title: 'Exchange preferred architecture',
    url: learn('plan-and-deploy/deployment-ref/preferred-architecture-2019'),
  },
  storage: {
    title: 'Exchange storage configuration options',
    url: learn('plan-and-deploy/deployment-ref/storage-configuration'),
  },
  planHighAvailability: {
    title: 'Plan for high availability and site resilience',
    url: learn('high-availability/plan-ha'),
  },
  highAvailabilityChanges: {
    title: 'Changes to high availability and site resilience',
    url: learn('high-availability/ha-changes'),
  },
  databaseAvailabilityGroups: {
    title: 'Database availability groups',
    url: learn('high-availability/database-availability-groups/database-availability-groups'),
  },
  manageDags: { title: 'Manage database availability groups', url: learn('high-availability/manage-ha/manage-dags') },
  manageCopies: {
    title: 'Manage mailbox database copies',
    url: learn('high-availability/manage-ha/manage-database-copies'),
  },
  activationPolicies: {
    title: 'Configure activation policy for a mailbox database copy',
    url: learn('high-availability/manage-ha/configure-activation-policies'),
  },
  dacMode: {
    title: 'Datacenter Activation Coordination mode',
    url: learn('high-availability/database-availability-groups/dac-mode'),
  },
  databaseCopies: {
    title: 'Mailbox database copies',
    url: learn('high-availability/database-availability-groups/database-copies'),
  },
  azureWitness: {
    title: 'Use an Azure VM as a DAG witness server',
    url: learn('high-availability/database-availability-groups/azure-vms-as-dag-witness-servers'),
  },
  disasterRecovery: {
    title: 'Backup, restore, and disaster recovery',
    url: learn('high-availability/disaster-recovery/disaster-recovery'),
  },
  safetyNet: { title: 'Safety Net in Exchange Server', url: learn('mail-flow/transport-high-availability/safety-net') },
  loadBalancing: {
    title: 'Load balancing in Exchange Server',
    url: learn('architecture/client-access/load-balancing'),
  },
  systemRequirements: {
    title: 'Exchange Server system requirements',
    url: learn('plan-and-deploy/system-requirements'),
  },
  supportabilityMatrix: {
    title: 'Exchange Server supportability matrix',
    url: learn('plan-and-deploy/supportability-matrix'),
  },
  editions: {
    title: 'Exchange Server editions and versions',
    url: learn('plan-and-deploy/deployment-ref/editions-and-versions'),
  },
  setDatabaseCopy: { title: 'Set-MailboxDatabaseCopy', url: cmdlet('set-mailboxdatabasecopy') },
  setDatabase: { title: 'Set-MailboxDatabase', url: cmdlet('set-mailboxdatabase') },
  addDatabaseCopy: { title: 'Add-MailboxDatabaseCopy', url: cmdlet('add-mailboxdatabasecopy') },
  newDag: { title: 'New-DatabaseAvailabilityGroup', url: cmdlet('new-databaseavailabilitygroup') },
  setDag: { title: 'Set-DatabaseAvailabilityGroup', url: cmdlet('set-databaseavailabilitygroup') },
  calculator: { title: 'Exchange Server Role Requirements Calculator' },
} as const satisfies Record<string, { title: string; url?: string }>;

/** A source: the document, the fact's number in the fact sheet, and how sure it is. */
export function cite(
  document: keyof typeof documents,
  fact: string,
  confidence: Source['confidence'] = 'quoted',
): Source {
  return { ...documents[document], fact, confidence };
}
