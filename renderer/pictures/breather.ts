/** How long a page may be at work before it is seen to hang, in milliseconds. */
const longest = 40;

/**
 * Pauses for long work on the page: each lets the browser paint and hear the user if that is due, and ends at once if not.
 * The first always does, so that what says that work goes on is seen before it begins.
 */
export function breather(): () => Promise<void> {
  let since = -Infinity;
  return async () => {
    if (performance.now() - since < longest) return;
    await painted();
    since = performance.now();
  };
}

/** After the next frame; a window that nobody sees has none, and waits a moment instead. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
