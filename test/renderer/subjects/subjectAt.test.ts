import { expect, it } from 'vitest';
import { locate } from '../../../renderer/subjects/locate.ts';
import { subjectAt } from '../../../renderer/subjects/subjectAt.ts';
import { subjectName } from '../../../renderer/subjects/subjectName.ts';
import { sample } from '../sample.ts';

it.each([
  ['', 'design', 'Design'],
  ['/sizing/designFailure', 'design', 'Design'],
  ['/datacenters/1/adSite', 'datacenter:West', 'West'],
  ['/links/0/roundTripMs', 'link:East/West', 'East – West link'],
  ['/pairs/0/namespaces/0/host', 'pair:East-West', 'Pair East-West'],
  ['/hardware/0/cores', 'hardware:R740', 'R740'],
  ['/mailboxTiers/0/quotaMB', 'tier:Standard', 'Tier Standard'],
  ['/dags/0/networks/0/teamed', 'dag:DAG1', 'DAG1'],
  ['/dags/0/witness/server', 'witness:DAG1', 'Witness of DAG1'],
  ['/dags/0/servers/1/hardware', 'server:EX02', 'EX02'],
  ['/dags/0/servers/1/volumes/0/fileSystem', 'volume:EX02/Vol1', 'Vol1 of EX02'],
  ['/dags/0/databases/0/circularLogging', 'database:DB1', 'DB1'],
  ['/dags/0/databases/0/copies/1/replayLagHours', 'copy:DB1/EX02', 'DB1 on EX02'],
  ['/dags/7/servers/0', 'design', 'Design'],
])('%s belongs to %s, called %s', (path, subject, name) => {
  expect(subjectAt(sample, path)).toBe(subject);
  expect(subjectName(subject)).toBe(name);
  expect(path.startsWith(locate(sample, subject)?.path ?? 'nowhere')).toBe(true);
});
