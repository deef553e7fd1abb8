import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { watch } from './app.ts';

const program = fileURLToPath(new URL('../../dist/cli/dagwright.js', import.meta.url));
const example = fileURLToPath(new URL('../../examples/prod-8-servers.dagwright.json', import.meta.url));

test('the design that the planner was started with is open at once', async ({ page }) => {
  const server = spawn(process.execPath, [program, 'serve', example, '--port', '0', '--json']);
  try {
    const [printed] = (await once(server.stdout, 'data')) as [Buffer];
    const { address } = JSON.parse(String(printed)) as { address: string };
    const faults = watch(page);
    await page.goto(address);
    await expect(page.getByRole('heading', { name: 'prod-8-servers.dagwright.json' })).toBeVisible();
    await expect(page.getByRole('contentinfo').getByText('8 servers', { exact: true })).toBeVisible();
    expect(faults).toEqual([]);
  } finally {
    server.kill('SIGTERM');
  }
});
