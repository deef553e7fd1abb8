import { expect, test } from './shell.ts';

test('a start without a file shows the welcome page', async ({ launch }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await expect(page.getByRole('heading', { name: 'Dagwright' })).toBeVisible();
  expect(await shell.stateOf(page)).toMatchObject({ title: 'Dagwright', focused: true });
});
