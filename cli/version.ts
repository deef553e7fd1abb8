import packageJson from '../package.json' with { type: 'json' };

/** Dagwright's version. */
export const version: string = packageJson.version;
