import { buildScene, sceneToSvg } from '../../planner/diagram/index.ts';
import { stemOf } from './fileName.ts';
import { guarded } from './guarded.ts';
import type { Workspace } from './workspace.svelte.ts';

/** Exports the topology as the SVG that the command line would write. */
export async function exportSvg(workspace: Workspace): Promise<void> {
  const { document, host, dialogs } = workspace;
  if (!document) return;
  const { design, loads, verdict } = await document.judged();
  const svg = sceneToSvg(buildScene(design, { loads, findings: verdict.findings }), {});
  const name = `${stemOf(document.name)}.svg`;
  const done = await guarded(workspace, 'The picture was not exported', () =>
    host.exportText(name, 'image/svg+xml', svg),
  );
  if (done) dialogs.say(`${name} exported`);
}
