import type { EventEmitter } from 'node:events';

/** The first argument of an Electron event. */
export interface StandInEvent {
  readonly preventDefault: () => void;
  readonly defaultPrevented: boolean;
}

/** Emits an event that a listener may prevent. @returns whether one did */
export function emitCancellable(
  emitter: EventEmitter,
  name: string,
  parameters: object = {},
  ...args: readonly unknown[]
): boolean {
  let prevented = false;
  const event = Object.defineProperty(
    {
      ...parameters,
      preventDefault: () => {
        prevented = true;
      },
    },
    'defaultPrevented',
    { get: () => prevented },
  );
  emitter.emit(name, event, ...args);
  return prevented;
}

/** Emits an event that cannot be prevented. */
export function emitPlain(emitter: EventEmitter, name: string, parameters: object = {}, ...args: unknown[]): void {
  emitCancellable(emitter, name, parameters, ...args);
}
