const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'access is denied',
  EPERM: 'it is not permitted',
  EBUSY: 'another program is using it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk reports an error',
  EFBIG: 'the file is too big',
  ENOTCONN: 'the network share is not connected',
  ENETUNREACH: 'the network cannot be reached',
  EHOSTUNREACH: 'the computer that holds it cannot be reached',
  EHOSTDOWN: 'the computer that holds it is down',
  ECONNRESET: 'the connection to the network share broke',
  ESTALE: 'the network share was replaced or disconnected',
  ETIMEDOUT: 'it does not answer',
  ENODEV: 'the drive is gone',
  ENXIO: 'the drive is gone',
};

/** Why the file system refused, in words; undefined where the error is not the file system's. */
export function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const code = String(error.code);
  return reasons[code] ?? `the system reports ${code}`;
}
