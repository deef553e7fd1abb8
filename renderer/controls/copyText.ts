/**
 * Puts a text on the clipboard by the one way that needs no permission, since the desktop shell grants none; to be called while a
 * gesture lasts. False where the browser refuses.
 */
export function copyText(text: string): boolean {
  let taken = false;
  const put = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    taken = event.clipboardData !== null;
  };
  document.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return taken;
}
