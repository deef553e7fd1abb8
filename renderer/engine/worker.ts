import type { Design } from '../../planner/design/types.ts';
import { tried, workingOf } from './answer.ts';
import type { Request, Response } from './question.ts';

// The engine beside the page: long sums leave the page free to draw. It holds the design that was sent last.
let design: Design | undefined;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if ('design' in data) design = data.design;
  else postMessage(answer(data));
});

function answer(request: Exclude<Request, { design: Design }>): Response {
  const { id } = request;
  try {
    if (!design) throw new Error('No design was sent.');
    return { id, answer: request.kind === 'capacity' ? tried(design, request.ask) : workingOf(design, request.ask) };
  } catch (error) {
    return { id, fault: String(error) };
  }
}
