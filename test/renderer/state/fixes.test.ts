import { describe, expect, it } from 'vitest';
import { removeAt, setField } from '../../../renderer/state/commands.ts';
import { DesignDocument } from '../../../renderer/state/document.svelte.ts';
import { fix } from '../../../renderer/state/fixes.ts';
import type { Workspace } from '../../../renderer/state/workspace.svelte.ts';
import { sample } from '../sample.ts';

const volume = (server: number): string => `/dags/0/servers/${server}/volumes/0`;

/** Both servers' disks state that they have no BitLocker, which is a deviation with a mend. */
async function opened() {
  const said: string[] = [];
  const document = new DesignDocument(sample, { name: 'a', today: '2026-01-31' });
  document.apply(removeAt('/waivers', 'Remove waivers'));
  for (const server of [0, 1]) document.apply(setField(document.design, `${volume(server)}/bitLocker`, false, 'x'));
  const { verdict } = await document.judged();
  const finding = verdict.findings.find(({ rule, subject }) => rule === 'bitlocker' && subject === 'volume:EX02/Vol1');
  if (!finding) throw new Error('The disk of EX02 is not found to lack BitLocker.');
  const workspace = { document, dialogs: { say: (text: string) => said.push(text) } } as unknown as Workspace;
  return { document, finding, said, workspace };
}

describe('fix', () => {
  it('mends what the finding is about, also where it has another place since it was found', async () => {
    const { document, finding, workspace } = await opened();
    document.apply({
      name: 'remove',
      label: '',
      edits: [
        { op: 'remove', path: '/dags/0/databases/0/copies/0' },
        { op: 'remove', path: '/dags/0/servers/0' },
      ],
    });
    expect(document.isJudged).toBe(false);
    await fix(workspace, finding);
    expect(document.design.dags?.[0]?.servers?.map(({ name, volumes }) => [name, volumes?.[0]?.bitLocker])).toEqual([
      ['EX02', true],
    ]);
  });

  it('changes nothing where an edit has mended it meanwhile, and says so', async () => {
    const { document, finding, said, workspace } = await opened();
    document.apply(setField(document.design, `${volume(1)}/bitLocker`, true, 'x'));
    const { design } = document;
    await fix(workspace, finding);
    expect(document.design).toBe(design);
    expect(said).toEqual(['This is no longer found, so that there is nothing to fix.']);
  });
});
