/** Each once, in the order in which they come first. */
export const unique = <T>(values: Iterable<T>): T[] => [...new Set(values)];
