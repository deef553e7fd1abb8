const devices = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ ]*(\.|$)/i;

/** Whether Windows takes a name, with whatever ending, for a device in place of a file. */
export function isDeviceName(name: string): boolean {
  return devices.test(name);
}

/** Why Windows would write something else than the file of this name; undefined where it would not. */
export function troubleWithName(name: string): string | undefined {
  if (isDeviceName(name)) return 'Windows keeps this name for a device';
  if (/[<>:"/\\|?*\p{Cc}]/u.test(name)) return 'the name has a character that Windows does not take';
  if (/[. ]$/.test(name)) return 'the name ends with a full stop or a space';
  return undefined;
}
