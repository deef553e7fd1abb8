import designSchema from '../../schemas/design.schema.json' with { type: 'json' };
import type { CompleteRequirements } from './requirements.ts';
import { patternName } from './names.ts';

const legalName = new RegExp(designSchema.$defs.name.pattern);

/** The naming pattern whose names a design file could not hold, as "server", "database" or "DAG". */
export function illegalPattern({ naming, datacenters }: CompleteRequirements): string | undefined {
  const patterns = { server: naming.server, database: naming.database, DAG: naming.dag };
  const site = datacenters?.[0].name ?? '';
  return Object.entries(patterns).find(
    ([, pattern]) => !legalName.test(patternName({ pattern, count: 2 }, 1, { site, dag: 1 })),
  )?.[0];
}
