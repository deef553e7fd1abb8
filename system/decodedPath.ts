/** The path of an address, decoded once; undefined for what cannot be decoded or holds a NUL or a backslash. */
export function decodedPath(encoded: string): string | undefined {
  try {
    const path = decodeURIComponent(encoded);
    return path.startsWith('/') && !/[\0\\]/.test(path) ? path : undefined;
  } catch {
    return undefined;
  }
}
