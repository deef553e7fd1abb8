import { theEngine } from '../engine/engine.ts';
import { judgementOf } from '../engine/judgement.ts';
import type { Judge } from './judging.svelte.ts';

/** Judges in the engine beside the page; in the page itself where no engine runs. */
export const judge: Judge = async (design, today) => {
  if (typeof Worker === 'undefined') return judgementOf(design, today);
  return theEngine()
    .ask(design, 'judgement', { today })
    .catch(() => judgementOf(design, today));
};
