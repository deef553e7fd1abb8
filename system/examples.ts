import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { counted } from '../planner/design/format.ts';
import { loadDesign } from '../planner/design/load.ts';
import type { Design } from '../planner/design/types.ts';
import { findFile } from './findFile.ts';
import type { Resource } from './resource.ts';

const ADDRESS = '/examples/';

/** An example as the welcome page lists it. */
interface Example {
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly summary: string;
}

/** The examples and their index; undefined for any other address. */
export async function exampleResource(folder: string, path: string): Promise<Resource | undefined> {
  if (!path.startsWith(ADDRESS)) return undefined;
  if (path !== `${ADDRESS}index.json`) return findFile(folder, `/${path.slice(ADDRESS.length)}`);
  return { type: 'application/json', body: JSON.stringify(await listExamples(folder)) };
}

/** What the welcome page shows of the examples in a folder. */
export async function listExamples(folder: string): Promise<Example[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.dagwright.json')).sort();
  const examples = await Promise.all(
    files.map(async (file) => {
      const loaded = loadDesign(await readFile(join(folder, file), 'utf8'));
      const name = file.replace('.dagwright.json', '');
      return loaded.ok ? [{ name, file, title: loaded.value.name, summary: summaryOf(loaded.value) }] : [];
    }),
  );
  return examples.flat();
}

function summaryOf({ dags = [], mailboxTiers = [] }: Design): string {
  const mailboxes = mailboxTiers.reduce((sum, tier) => sum + (tier.mailboxes ?? 0), 0);
  return [
    ...(mailboxes > 0 ? [counted(mailboxes, 'mailbox', 'mailboxes')] : []),
    counted(dags.length, 'DAG'),
    counted(
      dags.reduce((sum, dag) => sum + (dag.servers?.length ?? 0), 0),
      'server',
    ),
    counted(
      dags.reduce((sum, dag) => sum + (dag.databases?.length ?? 0), 0),
      'database',
    ),
  ].join(', ');
}
