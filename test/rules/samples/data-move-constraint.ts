import { base } from '../base.ts';
import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: {
    'one datacenter with highly available copies': [
      set('/dags/0/databases/0/copies/2/replayLagHours', 168),
      set('/dags/0/databases/0/dataMoveReplicationConstraint', 'SecondCopy'),
    ],
    'one Active Directory site over both datacenters': [
      set('/datacenters/1/adSite', 'eastsite'),
      ...(base.dags?.[0]?.databases ?? []).map((_, i) =>
        set(`/dags/0/databases/${i}/dataMoveReplicationConstraint`, 'SecondCopy'),
      ),
    ],
    'the content index of the second datacenter too': [
      set('/dags/0/databases/0/dataMoveReplicationConstraint', 'CISecondDatacenter'),
    ],
    'a single copy': [
      set('/dags/0/databases/0/copies', [{ server: 'EX01' }]),
      set('/dags/0/databases/0/dataMoveReplicationConstraint', 'None'),
    ],
  },
  fails: {
    'the second copy only': {
      edits: [set('/dags/0/databases/0/dataMoveReplicationConstraint', 'SecondCopy')],
      messageId: 'differs',
      subject: 'database:DB01',
      path: '/dags/0/databases/0/dataMoveReplicationConstraint',
      message: 'DB01 has the constraint SecondCopy; with its copies SecondDatacenter is recommended.',
      fix: 'Set data move constraint of DB01 to SecondDatacenter',
    },
  },
  notStated: { 'no constraint': [remove('/dags/0/databases/0/dataMoveReplicationConstraint')] },
};
