import { expect, it } from 'vitest';
import { Dialogs } from '../../../renderer/state/dialogs.svelte.ts';

const question = (title: string) => ({ title, message: '', choices: [{ value: 'yes', label: 'Yes' }] });

it('what is asked while something else is asked waits for its turn, and each gets its own answer', async () => {
  const dialogs = new Dialogs();
  const first = dialogs.ask(question('first'));
  const second = dialogs.ask(question('second'));
  dialogs.fail('third', '');
  await Promise.resolve();
  expect(dialogs.question?.title).toBe('first');
  dialogs.question?.answer('yes');
  expect(await first).toBe('yes');
  await Promise.resolve();
  expect(dialogs.question?.title).toBe('second');
  dialogs.question?.answer(undefined);
  expect(await second).toBeUndefined();
  await Promise.resolve();
  expect(dialogs.question?.title).toBe('third');
  expect(dialogs.open).toBe(true);
});
