import { expectWelcome } from '../page.ts';
import { expect, test } from '../shell.ts';

const requests: Readonly<Record<string, string>> = {
  notifications: `Notification.requestPermission()`,
  geolocation: `new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('granted'), () => done('denied')))`,
  media: `navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'granted', () => 'denied')`,
  'clipboard-read': `navigator.clipboard.readText().then(() => 'granted', () => 'denied')`,
};
const states = ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'] as const;

test('a page is given no permission, and asking is noted', async ({ launch }) => {
  const shell = await launch();
  const page = await shell.firstWindow();
  await expectWelcome(page);
  for (const [permission, script] of Object.entries(requests)) {
    expect(await page.evaluate(script), permission).toBe('denied');
  }
  for (const name of states) {
    const state = await page.evaluate(
      async (permission) => (await navigator.permissions.query({ name: permission as PermissionName })).state,
      name,
    );
    expect(state, name).toBe('denied');
  }
});

test('a page is given no device', { tag: '@stand-in' }, async ({ launchInStandIn }) => {
  const shell = await launchInStandIn();
  await expectWelcome(await shell.firstWindow());
  expect((['hid', 'serial', 'usb'] as const).filter(shell.allowsDevice)).toEqual([]);
});
