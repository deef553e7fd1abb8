import { describe, expect, it } from 'vitest';
import { setField } from '../../../renderer/state/commands.ts';
import { DesignDocument } from '../../../renderer/state/document.svelte.ts';
import { sample } from '../sample.ts';

const opened = (): DesignDocument => new DesignDocument(sample, { name: 'a', savedText: '', today: '2026-01-31' });
const setCores = (document: DesignDocument, ...each: readonly number[]): void => {
  for (const cores of each) document.apply(setField(document.design, '/hardware/0/cores', cores, 'cores'));
};
const labels = ({ unsaved }: DesignDocument) =>
  unsaved && [unsaved.done.map(({ label }) => label), unsaved.undone.map(({ label }) => label)];

describe('a document knows what its file lacks', () => {
  it('is as its file until it is changed, and again after undoing', () => {
    const document = opened();
    expect([document.dirty, labels(document)]).toEqual([false, [[], []]]);
    setCores(document, 28);
    expect([document.dirty, labels(document)]).toEqual([true, [['Set cores to 28'], []]]);
    document.undo();
    expect(document.dirty).toBe(false);
  });

  it('counts what was saved and undone since', () => {
    const document = opened();
    setCores(document, 28, 32);
    document.markSaved('a', undefined, '', '');
    document.undo();
    expect([document.dirty, labels(document)]).toEqual([true, [[], ['Set cores to 32']]]);
    document.redo();
    expect(document.dirty).toBe(false);
  });

  it('is edited for good once another way is taken from before what was saved', () => {
    const document = opened();
    setCores(document, 28);
    document.markSaved('a', undefined, '', '');
    document.undo();
    setCores(document, 32);
    expect([document.dirty, labels(document)]).toEqual([true, undefined]);
    document.undo();
    expect(document.dirty).toBe(true);
  });

  it('is edited from the start where no file has it', () => {
    const document = new DesignDocument(sample, { name: 'a', today: '2026-01-31' });
    expect([document.dirty, labels(document)]).toEqual([true, undefined]);
  });
});
