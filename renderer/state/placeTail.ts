const SHOWN = 2;

/** The end of a folder's path, where folders differ: "…/Contoso/designs". */
export function placeTail(place: string): string {
  const separator = place.includes('\\') ? '\\' : '/';
  const steps = place.split(separator).filter(Boolean);
  if (steps.length <= SHOWN + 1) return place;
  return ['…', ...steps.slice(-SHOWN)].join(separator);
}
