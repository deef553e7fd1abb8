import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { on: [] },
  fails: {
    off: {
      edits: [set('/dags/0/autoDagAutoReseedEnabled', false)],
      messageId: 'off',
      subject: 'dag:DAG1',
      path: '/dags/0/autoDagAutoReseedEnabled',
      message: 'AutoReseed is off; the Preferred Architecture asks for it.',
      fix: 'Turn on AutoReseed for DAG1',
    },
  },
  notStated: { 'no word about it': [remove('/dags/0/autoDagAutoReseedEnabled')] },
};
