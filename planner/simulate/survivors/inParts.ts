/** What a long computation is told from outside; an `AbortSignal` is a `signal`. */
export interface PartOptions<Progress> {
  /** Lets others have their turn, so that a worker hears that it is cancelled. */
  readonly pause: () => Promise<void>;
  readonly signal?: { readonly aborted: boolean };
  readonly onProgress?: (progress: Progress) => void;
}

/** A computation that was cancelled. */
export class CancelledError extends Error {
  constructor() {
    super('The computation was cancelled.');
    this.name = 'CancelledError';
  }
}

/**
 * Runs a computation that yields how far it has come, with a pause at each of these.
 * @throws CancelledError once the signal is aborted
 */
export async function inParts<Progress, Result>(
  work: Generator<Progress, Result>,
  { pause, signal, onProgress }: PartOptions<Progress>,
): Promise<Result> {
  for (;;) {
    if (signal?.aborted) throw new CancelledError();
    const step = work.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
    await pause();
  }
}

/** Runs such a computation in one go. */
export function inOneGo<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
