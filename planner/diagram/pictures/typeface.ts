import inter from '../generated/inter-typeface.json' with { type: 'json' };
import type { Weight } from '../measure.ts';
import { fromBase64 } from './base64.ts';

/** Inter as TrueType, by weight: the typeface of every picture. Large, so that surfaces load this module when they need it. */
export const typeface: Readonly<Record<Weight, Uint8Array>> = {
  400: fromBase64(inter['400']),
  600: fromBase64(inter['600']),
};
