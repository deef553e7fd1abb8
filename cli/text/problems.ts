import { locate } from '../../planner/interop/positions.ts';
import type { CallError, InputProblem } from '../callError.ts';

/**
 * Problems as compilers print them: `file:line:column: error: path: message (expected …, found …)`. Where requirements hold no design, what
 * is expected is a remedy, a sentence that stands for itself.
 */
export function problemsText({ input, problems, text }: CallError): string {
  const positionOf = text === undefined ? undefined : locate(text);
  return problems
    .map((problem) => {
      const position = problem.line === undefined && problem.path !== '' ? positionOf?.(problem.path) : problem;
      const place = [problem.file ?? input, position?.line, position?.column].filter(
        (part) => part !== undefined && part !== '',
      );
      const path = problem.path === '' ? '' : `${problem.path}: `;
      return `${[...place, ''].join(':')} error: ${path}${problem.message} ${expectation(problem)}`.trimStart();
    })
    .join('\n');
}

function expectation({ expected, found }: InputProblem): string {
  return expected.endsWith('.') ? expected : `(expected ${expected}, found ${found})`;
}
