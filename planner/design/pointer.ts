/** JSON Pointers (RFC 6901). */
export type Pointer = string;

/** A pointer from its steps; `pointer('dags', 0, 'name')` is "/dags/0/name". */
export function pointer(...steps: readonly (string | number)[]): Pointer {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The steps of a pointer. */
export function pointerSteps(path: Pointer): string[] {
  if (path === '') return [];
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or undefined where there is none. */
export function valueAt(root: unknown, path: Pointer): unknown {
  let value = root;
  for (const step of pointerSteps(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}
