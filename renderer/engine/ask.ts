import type { Design } from '../../planner/design/types.ts';
import { answerTo } from './answer.ts';
import { theEngine } from './engine.ts';
import type { Question, QuestionKind, Questions } from './question.ts';

/** Asks the engine beside the page; where none runs the page answers by itself. */
export async function askEngine<K extends QuestionKind>(
  design: Design,
  kind: K,
  ask: Questions[K]['ask'],
): Promise<Questions[K]['answer']> {
  const here = (): Questions[K]['answer'] | Promise<Questions[K]['answer']> =>
    answerTo(design, { id: 0, kind, ask } as Question, { pause });
  if (typeof Worker === 'undefined') return here();
  return theEngine().ask(design, kind, ask).catch(here);
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
