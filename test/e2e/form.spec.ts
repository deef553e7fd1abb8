import { expect, test } from './app.ts';

test.beforeEach(async ({ app }) => {
  await app.getByRole('button', { name: 'New design' }).click();
});

test('the result follows what is typed', async ({ app }) => {
  const servers = app.getByTestId('servers');
  const count = async (): Promise<number> => Number(await servers.innerText());
  await expect(servers).toHaveText(/^\d+$/);
  const atFirst = await count();
  await app.getByLabel('Mailboxes', { exact: true }).fill('60000');
  await expect.poll(count).toBeGreaterThan(atFirst);
  await app.getByLabel('Mailboxes', { exact: true }).fill('4000');
  await expect.poll(count).toBeLessThan(atFirst);
});

test('requirements that nothing holds say the limit and the remedy, which one press applies', async ({ app }) => {
  await app.getByLabel('Servers per datacenter').fill('2');
  await app.getByLabel('DAGs', { exact: true }).fill('1');
  await app.getByLabel('Mailboxes', { exact: true }).fill('26000');
  await expect(app.getByRole('heading', { name: 'Not possible yet' })).toBeVisible();
  await expect(app.getByRole('button', { name: 'Create design' }).first()).toBeDisabled();
  await app.getByRole('button', { name: 'Apply' }).click();
  await expect(app.getByTestId('servers')).toBeVisible();
});

test('a wrong entry is named beneath its field and the last good one stays in force', async ({ app }) => {
  const mailboxes = app.getByLabel('Mailboxes', { exact: true });
  await mailboxes.fill('12,000');
  await expect(mailboxes).toHaveAccessibleDescription('');
  await mailboxes.fill('-3');
  await expect(mailboxes).toHaveAccessibleDescription('Mailboxes is at least 0.');
  await mailboxes.fill('many');
  await expect(mailboxes).toHaveAccessibleDescription(/is a number/);
  await expect(app.getByTestId('servers')).toBeVisible();
});

test('going back and coming again loses nothing', async ({ app }) => {
  await app.getByLabel('Name', { exact: true }).fill('Fabrikam');
  await app.getByRole('button', { name: 'Add tier' }).click();
  await app.getByRole('group', { name: 'Tier Tier 2' }).getByLabel('Mailboxes').fill('500');
  await app.getByRole('button', { name: 'Back' }).click();
  await app.getByRole('button', { name: 'New design' }).click();
  await expect(app.getByLabel('Name', { exact: true })).toHaveValue('Fabrikam');
  await expect(app.getByRole('group', { name: 'Tier Tier 2' }).getByLabel('Mailboxes')).toHaveValue('500');
});

test('every sizing option shows its default and where it comes from', async ({ app }) => {
  await app.getByText('Sizing options').click();
  await expect(app.getByLabel('CPU limit')).toHaveAttribute('placeholder', 'default: 80');
  await expect(app.getByLabel('CPU limit')).toHaveAccessibleDescription(/Preferred Architecture/);
});
