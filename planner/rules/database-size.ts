import { subject } from '../design/subject.ts';
import { databaseLoadsIn } from '../sizing/databaseLoads.ts';
import type { DagRule } from './rule.ts';
import { byLag } from './support/copies.ts';
import { databasesOf } from './support/each.ts';
import { cite } from './support/sources.ts';

type Limits = { severalCopiesGB: number; oneCopyGB: number; supportedGB: number };

export const databaseSize: DagRule<Limits> = {
  id: 'database-size',
  area: 'volumes',
  title: 'Databases stay within the recommended size',
  why: 'A large database takes long to reseed and to repair; with more highly available copies that is easier to bear.',
  source: cite('storage', 'A4.19'),
  parameters: {
    severalCopiesGB: {
      type: 'number',
      unit: 'GB',
      description: 'Best practice with two or more highly available copies.',
    },
    oneCopyGB: { type: 'number', unit: 'GB', description: 'Best practice with fewer.' },
    supportedGB: { type: 'number', unit: 'GB', description: 'Largest supported database.' },
  },
  messages: {
    unsupported: '{database} grows to {found} GB; up to {supportedGB} GB is supported.',
    large: '{database} grows to {found} GB; best practice is {limit} GB at most.',
  },
  checkDag(design, dag, { severalCopiesGB, oneCopyGB, supportedGB }, reporter) {
    const { loads, notStated } = databaseLoadsIn(design, dag.value);
    for (const database of databasesOf(design, dag, reporter)) {
      const { name } = database.value;
      notStated.get(name)?.forEach((path) => reporter.notStated(path));
      const available = byLag(database, reporter)?.available.length;
      const sizeGB = loads.get(name)?.sizeGB;
      if (available === undefined || sizeGB === undefined) continue;
      const limit = available >= 2 ? severalCopiesGB : oneCopyGB;
      if (sizeGB <= limit) continue;
      reporter.report({
        messageId: sizeGB > supportedGB ? 'unsupported' : 'large',
        subject: subject.database(name),
        path: `${database.path}/mailboxes`,
        data: { database: name, found: Math.round(sizeGB), limit },
      });
    }
  },
};
