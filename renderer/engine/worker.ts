import type { Request } from './question.ts';
import { WorkerEnd } from './workerEnd.ts';

// The engine beside the page: long sums leave the page free to draw.
const end = new WorkerEnd((response) => postMessage(response));
addEventListener('message', ({ data }: MessageEvent<Request>) => end.take(data));
