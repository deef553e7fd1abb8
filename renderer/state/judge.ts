import { askEngine } from '../engine/ask.ts';
import type { Judge } from './judging.svelte.ts';

/** Judges in the engine beside the page; in the page itself where no engine runs. */
export const judge: Judge = (design, today) => askEngine(design, 'judgement', { today });
