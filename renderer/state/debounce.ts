export interface Debounced {
  /** Asks for the action. */
  readonly call: () => void;
  /** Does it now if it was asked for. */
  readonly flush: () => void;
  readonly cancel: () => void;
}

/** Puts an action off until nobody has asked for it for `quietMs`, but no longer than `longestMs` after it was first asked for. */
export function debounce(action: () => void, quietMs: number, longestMs: number): Debounced {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;
  const cancel = (): void => {
    clearTimeout(quiet);
    clearTimeout(longest);
    quiet = longest = undefined;
  };
  const run = (): void => {
    cancel();
    action();
  };
  return {
    call: () => {
      clearTimeout(quiet);
      quiet = setTimeout(run, quietMs);
      longest ??= setTimeout(run, longestMs);
    },
    flush: () => {
      if (longest !== undefined) run();
    },
    cancel,
  };
}
