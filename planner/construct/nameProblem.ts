import designSchema from '../../schemas/design.schema.json' with { type: 'json' };
import { patternName } from './names.ts';
import type { Fault } from './refusal.ts';
import type { CompleteRequirements } from './requirements.ts';

// eslint-disable-next-line security/detect-non-literal-regexp -- the schema's own pattern.
const legalName = new RegExp(designSchema.$defs.name.pattern);

/** The first naming pattern whose names a design file could not hold. */
export function illegalPattern({ naming, datacenters }: CompleteRequirements): Fault | undefined {
  const sites = datacenters?.map(({ name }) => name) ?? [''];
  const patterns = [
    { key: 'server', what: 'server', counts: [2], sites },
    { key: 'database', what: 'database', counts: [2], sites: [''] },
    { key: 'dag', what: 'DAG', counts: [1, 2], sites: [''] },
  ] as const;
  const illegal = patterns.find(({ key, counts, sites }) =>
    counts.some((count) =>
      sites.some((site) => !legalName.test(patternName({ pattern: naming[key], count }, 1, { site, dag: 1 }))),
    ),
  );
  return (
    illegal && {
      path: `/naming/${illegal.key}`,
      message: `The ${illegal.what} name pattern gives names that a design file cannot hold.`,
      remedy: `Use a pattern without slashes, colons, control characters and outer spaces (naming.${illegal.key}).`,
      leavesOut: true,
    }
  );
}
