import { remove, set, type Sample } from '../sample.ts';

export const sample: Sample = {
  passes: { 'a volume that repeats its disk': [set('/dags/0/servers/0/volumes/0/rpm', 7200)] },
  fails: {
    '15,000 RPM': {
      edits: [set('/hardware/0/dataDisk/rpm', 15000)],
      messageId: 'rpm',
      subject: 'hardware:Standard',
      path: '/hardware/0/dataDisk/rpm',
      message: '15,000 RPM for data disks; the Preferred Architecture asks for large-capacity disks at 7,200 RPM.',
    },
    'a solid-state volume': {
      edits: [set('/dags/0/servers/0/volumes/0/rpm', 0)],
      messageId: 'solidState',
      subject: 'volume:EX01/Data1',
      path: '/dags/0/servers/0/volumes/0/rpm',
      message: 'Solid state for Data1; the Preferred Architecture asks for large-capacity disks at 7,200 RPM.',
    },
    SATA: {
      edits: [set('/hardware/0/dataDisk/interface', 'SATA')],
      messageId: 'interface',
      subject: 'hardware:Standard',
      path: '/hardware/0/dataDisk/interface',
      message: 'SATA for data disks; the Preferred Architecture asks for SAS.',
    },
  },
  notStated: { 'no speed': [remove('/hardware/0/dataDisk/rpm')] },
};
