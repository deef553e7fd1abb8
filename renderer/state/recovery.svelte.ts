import { counted } from '../../planner/design/format.ts';
import { writeDesign } from '../../planner/design/write.ts';
import type { Snapshot } from '../host/host.ts';
import type { DesignDocument } from './document.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

const QUIET_MS = 1000;

/** Keeps one recovery copy of the open document while it has unsaved changes; call it while a component is set up. */
export function keepSnapshots(workspace: Workspace): void {
  const { host, dialogs } = workspace;
  let warned = false;
  $effect(() => {
    const { document } = workspace;
    if (!document) return;
    if (!document.dirty) {
      void host.dropSnapshot(document.id);
      return;
    }
    const { design } = document;
    const timer = setTimeout(() => {
      host.keepSnapshot(snapshotOf(document, writeDesign(design), host.now())).catch(() => {
        if (!warned) dialogs.fail('No recovery copy can be kept', 'The browser refuses storage. Save often.');
        warned = true;
      });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  });
}

function snapshotOf({ id, name, unsavedChanges, design }: DesignDocument, text: string, keptAt: string): Snapshot {
  const servers = (design.dags ?? []).reduce((sum, dag) => sum + (dag.servers?.length ?? 0), 0);
  const databases = (design.dags ?? []).reduce((sum, dag) => sum + (dag.databases?.length ?? 0), 0);
  const summary = [
    design.name,
    counted(servers, 'server'),
    counted(databases, 'database'),
    unsavedChanges === undefined ? 'never saved' : counted(unsavedChanges, 'unsaved change'),
  ].join(', ');
  return { id, name, keptAt, summary, text };
}
