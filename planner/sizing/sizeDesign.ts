import { indexDesign } from '../design/index.ts';
import type { Design } from '../design/types.ts';
import { databaseLoads } from './databaseLoads.ts';
import type { Figure } from './figure.ts';
import { dagFigures } from './figures/dagFigures.ts';
import { databaseFigures } from './figures/databaseFigures.ts';
import { designFigures } from './figures/designFigures.ts';
import { serverFigures } from './figures/serverFigures.ts';
import { tierFigures } from './figures/tierFigures.ts';
import { volumeFigures } from './figures/volumeFigures.ts';
import { sizingOptions } from './options.ts';
import { serverLoads } from './serverLoads.ts';

export interface Sizing {
  readonly figures: readonly Figure[];
}

/** Every figure of a design with its working. What a figure needs and the design does not state leaves it out. */
export function sizeDesign(design: Design): Sizing {
  const index = indexDesign(design);
  const options = sizingOptions(design);
  const version = design.exchange?.version;
  const loads = databaseLoads(design);
  const tiers = [...index.tiers.values()].flatMap((tier) => tierFigures(tier, options, version));
  const databases = [...index.databases.values()].flatMap((database) => {
    const load = loads.loads.get(database.value.name);
    return load ? databaseFigures(design, database, load, tiers) : [];
  });
  const byKey = new Map(databases.map((figure) => [`${figure.id} ${figure.subject}`, figure]));
  const ofDatabase = (id: string, name: string): Figure | undefined => byKey.get(`${id} database:${name}`);
  const servers = serverLoads(design).flatMap((load) => {
    const server = index.servers.get(load.server);
    if (!server) return [];
    return [...serverFigures(design, server, load), ...volumeFigures(design, server, load, ofDatabase)];
  });
  return {
    figures: [
      ...designFigures(design),
      ...tiers,
      ...[...index.dags.values()].flatMap((dag) => dagFigures(dag, loads)),
      ...servers,
      ...databases,
    ],
  };
}
