/** Whether nothing should glide or fade, by the system's setting or the user's choice here. */
export function prefersStillness(): boolean {
  return (
    document.documentElement.dataset['motion'] === 'less' || matchMedia('(prefers-reduced-motion: reduce)').matches
  );
}
