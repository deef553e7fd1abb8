import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, root } from './dagwright.ts';

/** A small design that loads; its hardware has a core too many for the PA. */
export const smallDesign = {
  format: 'dagwright/1',
  name: 'Small',
  hardware: [{ name: 'Dense', cores: 28 }],
  dags: [
    {
      name: 'DAG1',
      servers: [
        { name: 'EX01', hardware: 'Dense' },
        { name: 'EX02', hardware: 'Dense' },
      ],
      databases: [{ name: 'DB1', copies: [{ server: 'EX01', activationPreference: 1 }] }],
    },
  ],
};

/** A folder with small.json, the example designs and the example requirements. */
export function folderWithSamples(): string {
  const folder = emptyFolder();
  cpSync(join(root, 'examples'), folder, { recursive: true });
  writeFileSync(join(folder, 'small.json'), `${JSON.stringify(smallDesign, null, 2)}\n`);
  return folder;
}

/** Makes a folder, or takes one that is there, with the given files. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
}
