import type { Pointer } from '../../design/pointer.ts';
import type { Problem } from '../../design/problem.ts';

/** Something that replication cannot be simulated with: where it stands, what was expected and what was found. */
export class ReplicationError extends Error implements Pick<Problem, 'path' | 'expected' | 'found'> {
  constructor(
    readonly path: Pointer,
    message: string,
    readonly expected: string,
    readonly found: string,
  ) {
    super(message);
    this.name = 'ReplicationError';
  }
}
