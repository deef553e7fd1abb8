import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { on: [] },
  fails: {
    off: {
      edits: [set('/dags/0/replayLagManagerEnabled', false)],
      messageId: 'off',
      subject: 'dag:DAG1',
      path: '/dags/0/replayLagManagerEnabled',
      message:
        'Replay Lag Manager is off; the Preferred Architecture asks for it, so that lagged copies can become highly available.',
      fix: 'Turn on Replay Lag Manager for DAG1',
    },
  },
  notStated: { 'no word about it': [remove('/dags/0/replayLagManagerEnabled')] },
};
