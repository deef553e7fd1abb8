import { remove, set, type Sample } from '../sample.ts';

const members = (count: number): { name: string }[] => Array.from({ length: count }, (_, i) => ({ name: `M${i}` }));

export const sample: Sample = {
  passes: {
    'off in a DAG of one': [set('/dags/0/datacenterActivationMode', 'Off'), set('/dags/0/servers', members(1))],
  },
  fails: {
    off: {
      edits: [set('/dags/0/datacenterActivationMode', 'Off')],
      messageId: 'off',
      subject: 'dag:DAG1',
      path: '/dags/0/datacenterActivationMode',
      message: 'Datacenter activation coordination is off; every DAG with two or more members should have DagOnly.',
      fix: 'Set datacenter activation mode of DAG1 to DagOnly',
    },
  },
  notStated: { 'no mode': [remove('/dags/0/datacenterActivationMode')] },
};
