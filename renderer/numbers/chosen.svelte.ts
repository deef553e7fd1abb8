import { signsOf, type NumberFormat, type Signs, type StorageUnits } from './choices.ts';

interface Chosen {
  readonly signs: Signs;
  readonly storageUnits: StorageUnits;
}

const language = typeof navigator === 'undefined' ? 'en-US' : navigator.language;
/** As the engine writes, and so what leaves the page. */
const plain: Chosen = { signs: signsOf('comma', language), storageUnits: 'exchange' };

let chosen = $state.raw(plain);
let isPlain = false;

/** How numbers and amounts are written now; whatever reads it is written anew when another way is chosen. */
export function writing(): Chosen {
  return isPlain ? plain : chosen;
}

/** Chooses how the whole page writes numbers and amounts of storage. */
export function writeNumbers(format: NumberFormat, storageUnits: StorageUnits): void {
  chosen = { signs: signsOf(format, language), storageUnits };
}

/** What `make` gives, with numbers and units as the engine writes them: for what leaves the page. */
export function plainly<T>(make: () => T): T {
  const before = isPlain;
  isPlain = true;
  try {
    return make();
  } finally {
    isPlain = before;
  }
}
