import type { Command } from 'commander';
import { constructDesign, type Summary } from '../../planner/construct/index.ts';
import { counted, formatCount } from '../../planner/design/format.ts';
import { writeDesign } from '../../planner/design/write.ts';
import { CallError } from '../callError.ts';
import { readRequirements } from '../files/load.ts';
import { refuseOwnInput } from '../files/ownInput.ts';
import { jsonOption, outputOption } from '../options.ts';
import { deliver, goesToStdout, printJson, say } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';

interface Options {
  readonly output?: string;
  readonly json?: boolean;
}

export function addNew(program: Command): void {
  program
    .command('new')
    .description('make a complete Preferred Architecture design from requirements')
    .argument('<requirements>', 'the requirements file')
    .addOption(outputOption('the design'))
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => makeNew(file, options)));
}

async function makeNew(file: string, { output, json }: Options): Promise<ExitStatus> {
  await refuseOwnInput(output, file);
  const requirements = await readRequirements(file);
  const constructed = constructDesign(requirements.value);
  if (!constructed.ok) {
    const { path, message, limit, remedy } = constructed;
    throw new CallError(requirements.name, [{ path, message, expected: remedy, found: limit }], requirements.text);
  }
  const { design, summary } = constructed;
  if (json && goesToStdout(output)) {
    printJson({ summary, design });
    return 0;
  }
  await deliver(writeDesign(design), output);
  if (json) printJson({ summary });
  else say(summaryText(summary));
  return 0;
}

function summaryText({ dags, servers, databases, disks, copiesPerServer, fullBlock, bindingText }: Summary): string {
  const order = fullBlock
    ? 'The copy order is a full block: the survivors of any failure share its databases evenly.'
    : 'The copy order is no full block: after one failure the survivors of its datacenter differ by at most one active database.';
  return [
    `${counted(dags, 'DAG')}, ${counted(servers, 'server')}, ${counted(disks, 'disk')}; ` +
      `${counted(databases, 'database')}, ${formatCount(copiesPerServer)} copies on each server.`,
    order,
    ...(bindingText === undefined ? [] : [bindingText]),
  ].join('\n');
}
