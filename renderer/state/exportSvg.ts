import { choosePicture, defaultSmallestText, pageToSvg, paginate } from '../../planner/diagram/index.ts';
import { stemOf } from './fileName.ts';
import { guarded } from './guarded.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Exports the topology as the SVG that the command line would write. */
export async function exportSvg(workspace: Workspace): Promise<void> {
  const { document, host, dialogs } = workspace;
  if (!document) return;
  const { design, loads, verdict } = await document.judged();
  const chosen = choosePicture(design, 'environment');
  if (!chosen.ok) return;
  const source = { design, loads, verdict, detail: 'preferences' } as const;
  const options = { paper: 'free', orientation: 'automatic', smallestText: defaultSmallestText } as const;
  const [page] = paginate(chosen.part(source), source, options);
  if (!page) return;
  const { fontFaces } = await import('../../planner/diagram/pictures/fontFaces.ts');
  const name = `${stemOf(document.name)}.svg`;
  const done = await guarded(workspace, 'The picture was not exported', () =>
    host.exportText(name, 'image/svg+xml', pageToSvg(page, { theme: 'print', fontFaces: fontFaces(page) })),
  );
  if (done) dialogs.say(`${name} exported`);
}
