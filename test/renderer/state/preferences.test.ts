import { beforeEach, expect, it, vi } from 'vitest';
import { Preferences } from '../../../renderer/state/preferences.svelte.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
});

it('what one window keeps is not lost when another keeps something else', () => {
  const [one, other] = [new Preferences(), new Preferences()];
  const templates = [{ name: 'Rack 7', source: '', hardware: { cores: 24 } }];
  one.set('hardwareTemplates', templates);
  other.set('wheel', 'zoom');
  expect(new Preferences().values).toMatchObject({ hardwareTemplates: templates, wheel: 'zoom' });
});
