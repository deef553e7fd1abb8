const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A shortcut such as "Mod+Shift+S"; Mod is Ctrl, on Apple's keyboards Command. */
export type Shortcut = string;

/** The part of a keyboard event that a shortcut looks at. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * Whether a key press is a shortcut. It goes by the letter that the key writes, so that it follows the keyboard's layout;
 * by the key's place only where the layout writes no Latin letter.
 */
export function isShortcut(press: KeyPress, shortcut: Shortcut, apple = isApple): boolean {
  const parts = shortcut.split(/\+(?=.)/);
  const wanted = (parts.pop() ?? '').toLowerCase();
  const mod = apple ? press.metaKey : press.ctrlKey;
  const other = apple ? press.ctrlKey : press.metaKey;
  if (mod !== parts.includes('Mod') || other || press.altKey !== parts.includes('Alt')) return false;
  const pressed = latin(press);
  if (/^[a-z]$/.test(wanted) || wanted.length > 1) {
    return pressed === wanted && press.shiftKey === parts.includes('Shift');
  }
  return pressed === wanted;
}

function latin({ key, code }: KeyPress): string {
  const isForeignLetter = key.length === 1 && key.charCodeAt(0) > 0x24f;
  return (isForeignLetter ? code.replace(/^Key|^Digit/, '') : key).toLowerCase();
}

/** A shortcut as it is written on this keyboard. */
export function shortcutText(shortcut: Shortcut, apple = isApple): string {
  const names: Readonly<Record<string, string>> = {
    ...(apple ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl' }),
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
  return shortcut
    .split(/\+(?=.)/)
    .map((part) => names[part] ?? part)
    .join(apple ? '' : ' ');
}

/** The field that a key press goes to, where it goes to one. */
export function fieldOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof HTMLElement && target.matches('input, textarea, select') ? target : undefined;
}

/** Lets what is typed in a field count now, as leaving the field would. */
export function settleField(field: HTMLElement | undefined): void {
  field?.dispatchEvent(new Event('change', { bubbles: true }));
}
