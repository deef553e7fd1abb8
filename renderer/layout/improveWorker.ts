import { improveLayout } from '../../planner/construct/index.ts';
import type { ImproveRequest, ImproveResponse } from './messages.ts';

// One run, one worker: whoever no longer wants it ends the worker.
addEventListener('message', ({ data: { design, vacate } }: MessageEvent<ImproveRequest>) => {
  const answer = (response: ImproveResponse): void => postMessage(response);
  try {
    answer({ result: improveLayout(design, { vacate, progress: (progress) => answer({ progress }) }) });
  } catch (error) {
    answer({ fault: String(error) });
  }
});
