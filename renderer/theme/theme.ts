/** The looks of the screen. */
export type Theme = 'light' | 'dark' | 'lightContrast' | 'darkContrast';
/** What the user asked for; `system` follows the operating system. */
export type ThemeChoice = 'light' | 'dark' | 'system';
export type ContrastChoice = 'more' | 'usual' | 'system';
export type MotionChoice = 'less' | 'system';

const systemPrefersDark = '(prefers-color-scheme: dark)';
const systemPrefersContrast = '(prefers-contrast: more)';
const systemForcesColours = '(forced-colors: active)';

/** Sets the look of the whole page. */
export function applyTheme(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

/**
 * Sets how strongly the page's colours differ; what follows the system does so until something else is chosen. Where the system
 * forces its own colours, the few that are left to the page differ strongly, whatever is chosen.
 */
export function applyContrast(choice: ContrastChoice): void {
  const { dataset } = document.documentElement;
  const system = matchMedia(systemPrefersContrast);
  const forced = matchMedia(systemForcesColours);
  const apply = (): void => {
    if (choice === 'more' || forced.matches || (choice === 'system' && system.matches)) dataset['contrast'] = 'more';
    else delete dataset['contrast'];
  };
  stopFollowing();
  for (const query of [system, forced]) query.addEventListener('change', apply);
  stopFollowing = () => {
    for (const query of [system, forced]) query.removeEventListener('change', apply);
  };
  apply();
}

let stopFollowing = (): void => undefined;

/** Stills what glides and fades, beyond what the system asks for. */
export function applyMotion(choice: MotionChoice): void {
  if (choice === 'less') document.documentElement.dataset['motion'] = 'less';
  else delete document.documentElement.dataset['motion'];
}

/** Whether the colours are the system's own, as in a contrast theme of Windows. */
export function hasForcedColours(): boolean {
  return matchMedia(systemForcesColours).matches;
}

/** The look that is on screen now; where colours are forced, the one that comes nearest. */
export function currentTheme(): Theme {
  const { theme: stated, contrast } = document.documentElement.dataset;
  const isFollowing = hasForcedColours() || (stated !== 'light' && stated !== 'dark');
  const isDark = isFollowing ? matchMedia(systemPrefersDark).matches : stated === 'dark';
  if (contrast === 'more') return isDark ? 'darkContrast' : 'lightContrast';
  return isDark ? 'dark' : 'light';
}

/** Calls back with the look now and whenever it changes, be it by choice or by the system. Returns the way to stop. */
export function watchTheme(callback: (theme: Theme) => void): () => void {
  const notify = () => {
    callback(currentTheme());
  };
  const system = [matchMedia(systemPrefersDark), matchMedia(systemForcesColours)];
  const attribute = new MutationObserver(notify);
  for (const query of system) query.addEventListener('change', notify);
  attribute.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] });
  notify();
  return () => {
    for (const query of system) query.removeEventListener('change', notify);
    attribute.disconnect();
  };
}
