/**
 * The doors of a page that ask for a permission, leading to the program's handlers. Runs in the page from its source; uses nothing
 * outside itself. `standInPermission` is a binding to the stand-in that is taken away from the page at once.
 */
export function permissionDoors(bindingName: string): void {
  type Ask = (request: { permission: string; check: boolean }) => Promise<boolean>;
  const ask = Reflect.get(window, bindingName) as Ask;
  Reflect.deleteProperty(window, bindingName);
  const request = (permission: string): Promise<boolean> => ask({ permission, check: false });
  const denied = (): DOMException => new DOMException('Permission denied', 'NotAllowedError');

  const door = (owner: object | undefined, name: string, value: unknown): void => {
    if (owner) Object.defineProperty(owner, name, { value, configurable: true });
  };
  door(window.Notification, 'requestPermission', async () => ((await request('notifications')) ? 'granted' : 'denied'));
  door(
    navigator.geolocation,
    'getCurrentPosition',
    (done: (position: object) => void, failed?: (error: { code: number; message: string }) => void) =>
      void request('geolocation').then((granted) =>
        granted ? done({ coords: {} }) : failed?.({ code: 1, message: 'User denied Geolocation' }),
      ),
  );
  door(navigator.mediaDevices, 'getUserMedia', async () => {
    if (!(await request('media'))) throw denied();
    return new MediaStream();
  });
  door(navigator.clipboard, 'readText', async () => {
    if (!(await request('clipboard-read'))) throw denied();
    return '';
  });
  door(navigator.permissions, 'query', async ({ name }: { name: string }) => ({
    name,
    state: (await ask({ permission: name, check: true })) ? 'granted' : 'denied',
  }));
}
