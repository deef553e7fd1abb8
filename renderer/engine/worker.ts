import type { Design } from '../../planner/design/types.ts';
import { applyCommand } from '../../planner/design/edit.ts';
import { CancelledError } from '../../planner/simulate/survivors/index.ts';
import { answerTo, type Parts } from './answer.ts';
import type { Question, Request, Response } from './question.ts';

// The engine beside the page: long sums leave the page free to draw. It holds the design that was spoken of last.
let design: Design | undefined;
/** The questions that are being answered. */
const running = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if ('design' in data) ({ design } = data);
  else if ('edits' in data)
    design = design && applyCommand(design, { name: 'edits', label: '', edits: data.edits }).design;
  else if ('cancel' in data) running.get(data.cancel)?.abort();
  else void answer(data);
});

async function answer(question: Question): Promise<void> {
  const { id } = question;
  const control = new AbortController();
  running.set(id, control);
  const parts: Parts = { pause, signal: control.signal, onProgress: (progress) => tell({ id, progress }) };
  try {
    if (!design) throw new Error('No design was sent.');
    const answered = answerTo(design, question, parts);
    tell({ id, answer: answered instanceof Promise ? await answered : answered });
  } catch (error) {
    if (!(error instanceof CancelledError)) tell({ id, fault: String(error) });
  } finally {
    running.delete(id);
  }
}

/** Lets the messages in that wait, one of which may be that the question is cancelled. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function tell(response: Response): void {
  postMessage(response);
}
