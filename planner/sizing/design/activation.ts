import { given, type Figure } from '../figure.ts';
import { figure, formula } from '../formula.ts';
import { closedFormula } from './closedFormula.ts';
import { failureText } from './placements.ts';
import type { ServerFailure, ServerScope } from './sheet.ts';

const simulated = 'Placement of every failure of the mode (facts B2.8, C5)';
const limits = 'Role Requirements Calculator, activation limits (facts C6.2)';

/** The most databases active on a server in any failure of a mode, by the design's own placement. */
export const activeDatabases = figure('activeDatabases', (failure: ServerFailure) => {
  const { activeFailed, activeDatabases: active } = failure.load;
  const other = closedFormula(failure);
  return {
    ...formula({
      unit: 'databases',
      words: 'active',
      of: { active: given(active, 'databases', `counted where ${failureText(activeFailed)}, the worst of the mode`) },
      value: (values) => values.active,
      source: simulated,
    }),
    ...(other && { closedFormula: other }),
  };
});

/** The hard limit: the most in any mode. */
export const maximumActiveDatabases = figure('maximumActiveDatabases', (server: ServerScope) => {
  const inModes = server.modes.map(activeDatabases);
  if (inModes.length === 0) return undefined;
  return formula({
    unit: 'databases',
    words: 'max(mode)',
    of: { mode: inModes },
    value: ({ mode }) => Math.max(...mode),
    source: limits,
  });
});

/** The soft limit: two servers lost or, where that is no less than the hard limit, one. It takes four copies. */
export const maximumPreferredActiveDatabases = figure('maximumPreferredActiveDatabases', (server: ServerScope) => {
  const { copies } = server.placed;
  const hardLimit = maximumActiveDatabases(server);
  const fewest = Math.min(...copies.map(({ database }) => database.copies?.length ?? 0));
  if (copies.length === 0 || fewest < 4 || !hardLimit) return undefined;
  const two = inMode(server, 'twoServers');
  const one = inMode(server, 'oneServer');
  if (two && two.value < hardLimit.value) {
    return formula({
      unit: 'databases',
      words: 'two servers lost',
      of: { twoServersLost: two, hardLimit },
      value: ({ twoServersLost }) => twoServersLost,
      source: limits,
    });
  }
  return (
    one &&
    formula({
      unit: 'databases',
      words: 'one server lost; two are no less than the hard limit',
      of: { oneServerLost: one, hardLimit },
      value: ({ oneServerLost }) => oneServerLost,
      source: limits,
    })
  );
});

function inMode({ modes }: ServerScope, mode: ServerFailure['mode']): Figure<number> | undefined {
  const failure = modes.find((candidate) => candidate.mode === mode);
  return failure && activeDatabases(failure);
}
