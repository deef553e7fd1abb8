import type { Command } from 'commander';
import { compareDesigns } from '../../planner/design/compare.ts';
import { readDesign } from '../files/load.ts';
import { printJson, printText } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';
import { changesText } from '../text/changes.ts';
import { refuseTwice } from '../files/standardInput.ts';

export function addDiff(program: Command): void {
  program
    .command('diff')
    .description('tell what changed from one design to another; exit status 1 when they differ')
    .argument('<before>', 'the first design')
    .argument('<after>', 'the second design')
    .option('--json', 'print the result as JSON')
    .action((before: string, after: string, options: { json?: boolean }) =>
      run(options, () => diff(before, after, options)),
    );
}

async function diff(before: string, after: string, { json }: { json?: boolean }): Promise<ExitStatus> {
  refuseTwice(before, after);
  const [first, second] = [await readDesign(before), await readDesign(after)];
  const changes = compareDesigns(first.value, second.value);
  if (json) printJson({ changes });
  else printText(changesText(changes));
  return changes.length > 0 ? 1 : 0;
}
