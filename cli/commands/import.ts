import { basename, join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { writeDesign } from '../../planner/design/write.ts';
import {
  exportFiles,
  importCalculator,
  type Imported,
  type SiteMembers,
} from '../../planner/interop/calculator/index.ts';
import { CallError } from '../callError.ts';
import { namesIn } from '../files/folder.ts';
import { readText } from '../files/readText.ts';
import { jsonOption, outputOption } from '../options.ts';
import { deliver, goesToStdout, printJson, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';

interface Options {
  readonly output?: string;
  readonly name?: string;
  readonly datacenter?: readonly SiteMembers[];
  readonly json?: boolean;
}

export function addImport(program: Command): void {
  const group = program.command('import').description('make a design from the files of another tool');
  group
    .command('calculator')
    .description("make a design from the CSV files that Microsoft's Role Requirements Calculator exports for one DAG")
    .argument('<folder>', `the folder with ${exportFiles.join(', ')} (the last one may be absent)`)
    .addOption(outputOption('the design'))
    .option('--name <name>', "the design's name (default: the folder's)")
    .option(
      '--datacenter <name=server,server>',
      'the servers of a datacenter, where they cannot be inferred; repeatable',
      datacenterOption,
    )
    .addOption(jsonOption())
    .action((folder: string, options: Options) => run(options, () => importFolder(folder, options)));
}

async function importFolder(folder: string, options: Options): Promise<ExitStatus> {
  const imported = importCalculator(await readExport(folder), {
    name: options.name ?? basename(resolve(folder)),
    ...(options.datacenter && { datacenters: options.datacenter }),
  });
  if (!imported.ok) {
    throw new CallError(
      folder,
      imported.problems.map((problem) =>
        'file' in problem ? { ...problem, file: join(folder, problem.file) } : problem,
      ),
    );
  }
  const { design, inferred, dropped, notStated } = imported;
  if (options.json && goesToStdout(options.output)) {
    printJson({ inferred, dropped, notStated, design });
    return 0;
  }
  await deliver(writeDesign(design), options.output);
  if (options.json) printJson({ inferred, dropped, notStated });
  else say(summary(imported));
  return 0;
}

/** The texts of the export's files that are there, whatever the case of their names. */
async function readExport(folder: string): Promise<Record<string, string>> {
  const wanted = new Set(exportFiles.map((file) => file.toLowerCase()));
  const inside = await namesIn(folder, "a folder with the calculator's CSV files");
  const names = inside.filter((name) => wanted.has(name.toLowerCase()));
  const texts = await Promise.all(names.map(async (name) => [name, await readText(join(folder, name))] as const));
  return Object.fromEntries(texts);
}

function summary({ inferred, dropped, notStated }: Extract<Imported, { ok: true }>): string {
  return [
    'Inferred:',
    ...inferred.map(({ path, value, why }) => `  ${path}: ${valueText(value)} (${why})`),
    'Dropped:',
    ...dropped.map(({ file, column, why }) => `  ${file} ${column}: ${why}`),
    'Not stated:',
    ...notStated.map(({ path, what }) => `  ${path}: ${what}`),
  ].join('\n');
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, servers } = value as SiteMembers;
  return `${name} with ${servers.join(', ')}`;
}

/** NAME=SERVER,SERVER; gathers repeated options. */
function datacenterOption(text: string, earlier: readonly SiteMembers[] = []): SiteMembers[] {
  const [name, list, ...more] = text.split('=').map((part) => part.trim());
  const servers = (list ?? '').split(',').map((server) => server.trim());
  if (!name || servers.includes('') || more.length > 0) {
    throw new InvalidArgumentError('Write it as NAME=SERVER,SERVER.');
  }
  return [...earlier, { name, servers }];
}
