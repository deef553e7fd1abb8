import type { Workspace } from '../state/workspace.svelte.ts';
import { readTemplates, type HardwareTemplate, type KeptTemplates } from './templates.ts';

/** One's own templates, which are kept with the preferences. */
export function ownTemplates({ preferences }: Workspace): KeptTemplates {
  return readTemplates($state.snapshot(preferences.values.hardwareTemplates));
}

export function keepTemplates({ preferences }: Workspace, templates: readonly HardwareTemplate[]): void {
  preferences.set('hardwareTemplates', templates);
}
