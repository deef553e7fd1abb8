/** The right to be the one running program of a user data folder. */
export interface Instance {
  readonly release: () => void;
}

/** What the first program learns of a second start. */
export interface Start {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly additionalData: object;
}

const running = new Map<string, (start: Start) => void>();

/** Claims a user data folder. Where a program runs on it already, that one hears of this start and the answer is undefined. */
export function claimInstance(folder: string, start: Start, onSecond: (start: Start) => void): Instance | undefined {
  const first = running.get(folder);
  if (first) {
    // The other program hears of it over a socket, thus later.
    setImmediate(() => first(structuredClone(start)));
    return undefined;
  }
  running.set(folder, onSecond);
  return { release: () => running.delete(folder) };
}
