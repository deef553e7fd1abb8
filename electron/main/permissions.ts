import type { Session } from 'electron';

type Permitting = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
>;

/** The page needs no permission of any kind; Electron by itself would grant them all. */
export function denyPermissions(session: Permitting, note: (message: string) => void): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    note(`The permission ${permission} was denied.`);
    callback(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, callback) => callback({}));
}
