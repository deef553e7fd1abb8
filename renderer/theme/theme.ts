/** The looks of the screen. */
export type Theme = 'light' | 'dark' | 'lightContrast' | 'darkContrast';
/** What the user asked for; `system` follows the operating system. */
export type ThemeChoice = 'light' | 'dark' | 'system';
export type ContrastChoice = 'more' | 'usual' | 'system';
export type MotionChoice = 'less' | 'system';

const systemPrefersDark = '(prefers-color-scheme: dark)';
const systemPrefersContrast = '(prefers-contrast: more)';

/** Sets the look of the whole page. */
export function applyTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

/** Sets how strongly the page's colours differ; what follows the system does so until something else is chosen. */
export function applyContrast(choice: ContrastChoice): void {
  const { dataset } = document.documentElement;
  const system = matchMedia(systemPrefersContrast);
  const apply = (): void => {
    if (choice === 'more' || (choice === 'system' && system.matches)) dataset['contrast'] = 'more';
    else delete dataset['contrast'];
  };
  stopFollowing();
  system.addEventListener('change', apply);
  stopFollowing = () => system.removeEventListener('change', apply);
  apply();
}

let stopFollowing = (): void => undefined;

/** Stills what glides and fades, beyond what the system asks for. */
export function applyMotion(choice: MotionChoice): void {
  if (choice === 'less') document.documentElement.dataset['motion'] = 'less';
  else delete document.documentElement.dataset['motion'];
}

/** The look that is on screen now. */
export function currentTheme(): Theme {
  const { theme: stated, contrast } = document.documentElement.dataset;
  const isDark = stated === 'dark' || (stated !== 'light' && matchMedia(systemPrefersDark).matches);
  if (contrast === 'more') return isDark ? 'darkContrast' : 'lightContrast';
  return isDark ? 'dark' : 'light';
}

/** Calls back with the look now and whenever it changes, be it by choice or by the system. Returns the way to stop. */
export function watchTheme(callback: (theme: Theme) => void): () => void {
  const notify = () => {
    callback(currentTheme());
  };
  const system = matchMedia(systemPrefersDark);
  const attribute = new MutationObserver(notify);
  system.addEventListener('change', notify);
  attribute.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] });
  notify();
  return () => {
    system.removeEventListener('change', notify);
    attribute.disconnect();
  };
}
