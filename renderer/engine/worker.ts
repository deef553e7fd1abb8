import type { Design } from '../../planner/design/types.ts';
import { applyCommand } from '../../planner/design/edit.ts';
import { answerTo } from './answer.ts';
import type { Question, Request, Response } from './question.ts';

// The engine beside the page: long sums leave the page free to draw. It holds the design that was spoken of last.
let design: Design | undefined;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if ('design' in data) ({ design } = data);
  else if ('edits' in data)
    design = design && applyCommand(design, { name: 'edits', label: '', edits: data.edits }).design;
  else postMessage(answer(data));
});

function answer(request: Question): Response {
  const { id } = request;
  try {
    if (!design) throw new Error('No design was sent.');
    return { id, answer: answerTo(design, request) };
  } catch (error) {
    return { id, fault: String(error) };
  }
}
