/** The two looks of the screen. */
export type Theme = 'light' | 'dark';
/** What the user asked for; `system` follows the operating system. */
export type ThemeChoice = Theme | 'system';

const systemPrefersDark = '(prefers-color-scheme: dark)';

/** Sets the look of the whole page. */
export function applyTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

/** The look that is on screen now. */
export function currentTheme(): Theme {
  const stated = document.documentElement.dataset.theme;
  if (stated === 'light' || stated === 'dark') return stated;
  return matchMedia(systemPrefersDark).matches ? 'dark' : 'light';
}

/** Calls back with the look now and whenever it changes, be it by choice or by the system. Returns the way to stop. */
export function watchTheme(callback: (theme: Theme) => void): () => void {
  const notify = () => {
    callback(currentTheme());
  };
  const system = matchMedia(systemPrefersDark);
  const attribute = new MutationObserver(notify);
  system.addEventListener('change', notify);
  attribute.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  notify();
  return () => {
    system.removeEventListener('change', notify);
    attribute.disconnect();
  };
}
