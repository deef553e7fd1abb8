import { EventEmitter } from 'node:events';

const always: ReadonlySet<PropertyKey> = new Set(['constructor', 'isDestroyed', ...Object.keys(new EventEmitter())]);

/** Makes every member of an Electron object throw as it does once its window is gone; what an EventEmitter offers goes on. */
export function markDestroyed(target: EventEmitter): void {
  const names = new Set<PropertyKey>();
  for (let at: object = target; at !== EventEmitter.prototype; at = Object.getPrototypeOf(at) as object) {
    Object.getOwnPropertyNames(at).forEach((name) => names.add(name));
  }
  for (const name of names) {
    if (always.has(name)) continue;
    Object.defineProperty(target, name, {
      configurable: true,
      get: () => {
        throw new TypeError('Object has been destroyed');
      },
    });
  }
}
