import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  choosePicture,
  defaultSmallestText,
  orientations,
  paginate,
  palettes,
  papers,
  pictureDetails,
  type Orientation,
  type Page,
  type PaletteName,
  type PaperName,
  type PictureDetail,
  type PictureName,
} from '../../planner/diagram/index.ts';
import { validateDesign } from '../../planner/rules/index.ts';
import type { Design } from '../../planner/design/types.ts';
import { serverLoads } from '../../planner/sizing/index.ts';
import { callError, type CallError } from '../callError.ts';
import { readDesign } from '../files/load.ts';
import { refuseOwnInput } from '../files/ownInput.ts';
import { jsonOption, outputOption, rulesetOption, todayOption } from '../options.ts';
import { deliver, goesToStdout, printJson, say } from '../output.ts';
import { pageFile } from '../pictures/pageFile.ts';
import { run, type ExitStatus } from '../run.ts';
import type { PictureFile, PictureFormat } from '../pictures/pictureFiles.ts';

const formats = ['svg', 'png', 'pdf', 'drawio'] as const satisfies readonly PictureFormat[];

interface Options {
  readonly to: PictureFormat;
  readonly output?: string;
  readonly scene: PictureName;
  readonly theme: PaletteName;
  readonly detail: PictureDetail;
  readonly paper: PaperName;
  readonly orientation: Orientation;
  readonly smallestText: number;
  readonly resolution: number;
  readonly embedDesign?: boolean;
  readonly page?: number;
  readonly ruleset?: string;
  readonly date: string;
  readonly json?: boolean;
}

const choices = (flags: string, description: string, names: readonly string[], otherwise: string): Option =>
  new Option(flags, description).choices(names).default(otherwise);

export function addExport(program: Command): void {
  program
    .command('export')
    .description('make a picture of a design')
    .argument('<design>', 'the design file')
    .addOption(new Option('--to <format>', 'what to make').choices(formats).makeOptionMandatory())
    .addOption(outputOption('the picture'))
    .option(
      '--scene <scene>',
      'what it shows: environment, pair:NAME, dag:NAME, server:NAME (its disks), copy-layout:DAG, replication:A/B or scenario:NAME (after its failures)',
      'environment',
    )
    .addOption(choices('--theme <name>', 'the colours', Object.keys(palettes), 'print'))
    .addOption(
      choices('--detail <detail>', 'how much of each server is shown', Object.keys(pictureDetails), 'preferences'),
    )
    .addOption(
      choices('--paper <size>', 'the paper; "free" is as large as the picture needs', Object.keys(papers), 'free'),
    )
    .addOption(choices('--orientation <way>', 'how the paper lies', orientations, 'automatic'))
    .addOption(
      new Option(
        '--smallest-text <points>',
        'what no text is smaller than on the paper; where it would be, the picture goes on several pages',
      )
        .argParser(numberOption(1, 72))
        .default(defaultSmallestText),
    )
    .addOption(
      new Option('--resolution <ppi>', 'pixels per inch of a PNG').argParser(numberOption(36, 1200)).default(150),
    )
    .option(
      '--embed-design',
      'put the design into an SVG or PNG, so that it opens again from it; all its names leave with the file',
    )
    .addOption(new Option('--page <number>', 'only this page').argParser(numberOption(1, 10_000)))
    .addOption(rulesetOption())
    .addOption(todayOption())
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => exportDesign(file, options)));
}

async function exportDesign(file: string, options: Options): Promise<ExitStatus> {
  const { to, output, json, embedDesign } = options;
  if (embedDesign && to !== 'svg' && to !== 'png') {
    throw callError('', `--embed-design: A ${to} file carries no design.`, '--to svg or --to png', `--to ${to}`);
  }
  await refuseOwnInput(output, file);
  const { value: design } = await readDesign(file);
  const pages = pagesOf(design, options);
  const { makePictures } = await import('../pictures/pictureFiles.ts');
  const { files, missing } = await makePictures(pages, design, options);
  if (missing.length > 0)
    say(
      `Inter has no letter for ${missing.join(' ')}: a viewer takes another typeface for it, PDF and PNG show a box.`,
    );
  const [first] = files;
  if (files.length > 1 && goesToStdout(output)) throw manyPages(files.length);
  if (goesToStdout(output)) {
    if (first && json) printJson({ format: to, ...contentOf(first) });
    else if (first) await deliver(first.content, output);
    return 0;
  }
  const names = files.map((_, i) => pageFile(output, i + 1, files.length));
  for (const [i, { content }] of files.entries()) await deliver(content, names[i]);
  if (json) printJson({ format: to, file: names[0], ...(names.length > 1 && { files: names }) });
  else if (names.length > 1) say(`${names.length} pages: ${names[0]} to ${names.at(-1)}`);
  return 0;
}

function pagesOf(design: Design, options: Options): Page[] {
  const { scene, detail, ruleset, date, page } = options;
  const chosen = choosePicture(design, scene);
  if (!chosen.ok) throw callError('', `--scene: ${chosen.message}`, chosen.expected, scene);
  const verdict = validateDesign(design, { ...(ruleset !== undefined && { ruleset }), today: date });
  const source = { design, loads: serverLoads(design), verdict, detail };
  const pages = paginate(chosen.part(source), source, options);
  const small = pages.find(({ smallestText }) => smallestText < options.smallestText - 0.005);
  if (small) {
    say(
      `Page ${small.number} (${small.heading}) does not come apart any further; its smallest text is ${small.smallestText.toFixed(1)} pt. Larger paper or a coarser --detail helps.`,
    );
  }
  if (page === undefined) return pages;
  const [only] = pages.filter(({ number }) => number === page);
  if (!only) throw callError('', '--page: There is no such page.', `1 to ${pages.length}`, String(page));
  return [only];
}

function contentOf({ content }: PictureFile): { content: string; encoding?: 'base64' } {
  if (typeof content === 'string') return { content };
  return { content: Buffer.from(content).toString('base64'), encoding: 'base64' };
}

function manyPages(count: number): CallError {
  return callError(
    '',
    `The picture has ${count} pages, which one output cannot take.`,
    '-o FILE, --page NUMBER, --to pdf or larger paper',
    `${count} pages`,
  );
}

function numberOption(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !(value >= least && value <= most))
      throw new InvalidArgumentError(`It is not a number from ${least} to ${most}.`);
    return value;
  };
}
