import { beforeEach, describe, expect, it } from 'vitest';
import { writeDesign } from '../../../planner/design/write.ts';
import type { Design } from '../../../planner/design/types.ts';
import { setField } from '../../../renderer/state/commands.ts';
import type { DesignDocument } from '../../../renderer/state/document.svelte.ts';
import { openFile } from '../../../renderer/state/open.ts';
import { mayLeave, saveFile, saveFileAs } from '../../../renderer/state/save.ts';
import { Workspace } from '../../../renderer/state/workspace.svelte.ts';
import { asked, conflict, FakeHost } from '../fakeHost.ts';
import { sample } from '../sample.ts';

const withCores = (cores: number): string => writeDesign({ ...sample, hardware: [{ name: 'R740', cores }] });
const coresOf = ({ hardware }: Design): number | undefined => hardware?.[0]?.cores;

let host: FakeHost;
let workspace: Workspace;
let document: DesignDocument;

const setCores = (cores: number): void => {
  document.apply(setField(document.design, '/hardware/0/cores', cores, 'cores'));
};

beforeEach(async () => {
  host = new FakeHost(withCores(24));
  workspace = new Workspace(host);
  await openFile(workspace);
  if (!workspace.document) throw new Error('The sample does not open');
  document = workspace.document;
  setCores(28);
});

describe('saving', () => {
  it('writes the design and gives its recovery copy up', async () => {
    expect(await saveFile(workspace)).toBe(true);
    expect(host.text).toBe(withCores(28));
    expect(document.dirty).toBe(false);
    expect(host.givenUp).toContain(document.id);
  });

  it('leaves what is changed while it writes unsaved, and its recovery copy kept', async () => {
    host.duringWrite = () => setCores(32);
    expect(await saveFile(workspace)).toBe(true);
    expect(host.text).toBe(withCores(28));
    expect(document.dirty).toBe(true);
    expect(host.givenUp).not.toContain(document.id);
    document.undo();
    expect(document.dirty).toBe(false);
  });

  it('twice at once is no conflict with itself', async () => {
    expect(await Promise.all([saveFile(workspace), saveFile(workspace)])).toEqual([true, true]);
    expect(host.written).toHaveLength(2);
  });

  it('that succeeded stays a success when the recovery copy cannot be dropped', async () => {
    Object.assign(host, { dropSnapshot: () => Promise.reject(new Error('no')) });
    expect(await saveFile(workspace)).toBe(true);
  });

  it('that fails says why and offers another place, where the work is then', async () => {
    host.refusal = 'The disk is full.';
    const saved = saveFile(workspace);
    const { message, answer } = await asked(workspace);
    expect(message).toBe('The disk is full.');
    answer('elsewhere');
    expect(await saved).toBe(true);
    expect(host.written).toEqual([{ name: 'b.dagwright.json', text: withCores(28) }]);
    expect(document.name).toBe('b.dagwright.json');
  });

  it('that fails leaves the design edited when no other place is wanted', async () => {
    host.refusal = 'The disk is full.';
    const saved = saveFile(workspace);
    (await asked(workspace)).answer(undefined);
    expect(await saved).toBe(false);
    expect(document.dirty).toBe(true);
  });

  it('under another name is nothing when cancelled', async () => {
    host.target = undefined;
    expect(await saveFileAs(workspace)).toBe(false);
    expect(document.dirty).toBe(true);
  });
});

describe('a file that changed on disk', () => {
  const theirs = withCores(99);
  let saved: Promise<boolean>;

  beforeEach(() => {
    host.text = theirs;
    saved = saveFile(workspace);
  });

  it('is not overwritten unasked', async () => {
    (await conflict(workspace)).answer(undefined);
    expect(await saved).toBe(false);
    expect(host.text).toBe(theirs);
    expect(document.dirty).toBe(true);
  });

  it('is overwritten by keeping mine', async () => {
    (await conflict(workspace)).answer('mine');
    expect(await saved).toBe(true);
    expect(host.text).toBe(withCores(28));
  });

  it('is asked about again when it changed once more meanwhile', async () => {
    const first = await conflict(workspace);
    host.text = withCores(100);
    first.answer('mine');
    const second = await conflict(workspace);
    expect(second.theirs).toBe(withCores(100));
    second.answer('mine');
    expect(await saved).toBe(true);
  });

  it('takes the place of mine by taking theirs, and undoing brings mine back', async () => {
    (await conflict(workspace)).answer('theirs');
    await saved;
    expect(coresOf(document.design)).toBe(99);
    expect(document.dirty).toBe(false);
    document.undo();
    expect(coresOf(document.design)).toBe(28);
    expect(document.dirty).toBe(true);
    document.undo();
    expect(coresOf(document.design)).toBe(24);
  });

  it('keeps a window open that wanted to save mine and close, when theirs is taken', async () => {
    (await conflict(workspace)).answer('theirs');
    expect(await saved).toBe(false);
  });

  it('stays as it is when mine goes elsewhere', async () => {
    (await conflict(workspace)).answer('elsewhere');
    expect(await saved).toBe(true);
    expect(host.text).toBe(theirs);
    expect(host.written).toEqual([{ name: 'b.dagwright.json', text: withCores(28) }]);
  });
});

describe('leaving an edited design', () => {
  it.each([
    ['save', true],
    ['discard', true],
    ['cancel', false],
    [undefined, false],
  ])('answered with %s: %s', async (choice, expected) => {
    const left = mayLeave(workspace);
    (await asked(workspace)).answer(choice);
    expect(await left).toBe(expected);
    expect(host.written).toHaveLength(choice === 'save' ? 1 : 0);
  });
});
