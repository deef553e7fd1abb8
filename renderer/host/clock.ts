/** The time, ISO 8601. */
export const now = (): string => new Date().toISOString();

/** The date, ISO 8601. */
export const today = (): string => now().slice(0, 10);
