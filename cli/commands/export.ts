import { Option, type Command } from 'commander';
import {
  buildScene,
  palettes,
  pictureDetails,
  sceneToSvg,
  type PaletteName,
  type PictureDetail,
} from '../../planner/diagram/index.ts';
import { serverLoads } from '../../planner/sizing/index.ts';
import { readDesign } from '../files/load.ts';
import { refuseOwnInput } from '../files/ownInput.ts';
import { jsonOption, outputOption } from '../options.ts';
import { deliver, goesToStdout, printJson } from '../output.ts';
import { run, type ExitStatus } from '../run.ts';

interface Options {
  readonly to: 'svg';
  readonly output?: string;
  readonly theme: PaletteName;
  readonly detail: PictureDetail;
  readonly json?: boolean;
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description('make a picture of a design')
    .argument('<design>', 'the design file')
    .addOption(new Option('--to <format>', 'what to make').choices(['svg']).makeOptionMandatory())
    .addOption(outputOption('the picture'))
    .addOption(new Option('--theme <name>', 'the colours').choices(Object.keys(palettes)).default('print'))
    .addOption(
      new Option('--detail <detail>', 'how much is shown').choices(Object.keys(pictureDetails)).default('preferences'),
    )
    .addOption(jsonOption())
    .action((file: string, options: Options) => run(options, () => exportDesign(file, options)));
}

async function exportDesign(file: string, { to, output, theme, detail, json }: Options): Promise<ExitStatus> {
  await refuseOwnInput(output, file);
  const { value: design } = await readDesign(file);
  const picture = sceneToSvg(buildScene(design, { loads: serverLoads(design) }), { theme, detail });
  if (json && goesToStdout(output)) printJson({ format: to, content: picture });
  else {
    await deliver(picture, output);
    if (json) printJson({ format: to, file: output });
  }
  return 0;
}
