import type { Message, RequestName } from '../../../renderer/host/bridge.ts';

const hash = 'a'.repeat(64);

/** A message for every request that the shell would take from its own page. */
export const validMessages: { readonly [R in RequestName]: Message<R> } = {
  openDocument: {},
  openRecent: { id: 'unknown' },
  openDropped: { path: '/nowhere/plan.json' },
  takeOffered: {},
  openExample: { file: 'contoso.dagwright.json' },
  openPrevious: { handle: 'unknown' },
  saveDocument: { handle: 'unknown', text: '{}', known: hash },
  saveDocumentAs: { suggestedName: 'plan.json', text: '{}' },
  exportFile: { suggestedName: 'plan.svg', mediaType: 'image/svg+xml', text: '<svg/>' },
  copyPicture: { kind: 'svg', text: '<svg />' },
  listRecent: {},
  forgetRecent: { id: 'unknown' },
  listExamples: {},
  keepSnapshot: { id: 'one', name: 'plan.json', keptAt: '2026-01-01T00:00:00Z', summary: '', text: '{}' },
  listSnapshots: {},
  dropSnapshot: { id: 'one' },
  reportDocument: { edited: false },
  reportActions: { actions: [{ id: 'save', group: 'file', label: 'Save', enabled: true }] },
  answerSaved: { saved: false },
  setTheme: { choice: 'system' },
  openLink: { link: 'high-availability' },
  newWindow: {},
  openLogFolder: {},
  showAbout: {},
  logFault: { message: 'x' },
};
