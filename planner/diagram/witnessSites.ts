import { counted } from '../design/format.ts';
import type { Dag, Witness } from '../design/types.ts';
import type { Block } from './arrange.ts';
import type { Fates } from './fates.ts';

/** One witness as it is drawn; DAGs that share a server and a place share it. */
export interface WitnessSite {
  readonly witness: Witness | undefined;
  readonly dags: readonly Dag[];
}

/** The witnesses of a block, at most three; more than that are drawn as one. */
export function witnessSites(block: Block): WitnessSite[] {
  const sites = new Map<string, { witness: Witness | undefined; dags: Dag[] }>();
  for (const dag of block.dags) {
    const { witness } = dag;
    const key = witness ? JSON.stringify([witness.kind, witness.server, witness.datacenter]) : '';
    const site = sites.get(key);
    if (site) site.dags.push(dag);
    else sites.set(key, { witness, dags: [dag] });
  }
  return [...sites.values()];
}

/** "Witness FS01" and where it stands. */
export function witnessTitle({ witness, dags }: WitnessSite): string {
  if (!witness) return dags.length === 1 ? 'Witness not stated' : `Witness not stated, ${dags.length} DAGs`;
  return `${witness.kind === 'cloud' ? 'Cloud witness' : 'Witness'}${witness.server ? ` ${witness.server}` : ''}`;
}

/**
 * "third site, 9 of 17 votes needed": the witness votes where the number of members is even, and a majority of all
 * votes is needed (facts B4.1, B4.2).
 */
export function witnessNote({ witness, dags }: WitnessSite, block: Block): string {
  if (!witness) return '';
  return [placeOf(witness, block), dags.length === 1 && dags[0] ? votesOf(dags[0]) : `${dags.length} DAGs`]
    .filter((part) => part !== '')
    .join(', ');
}

/** "16 votes, 9 needed" after failures; of several DAGs how many keep quorum. */
export function votesNote({ dags }: WitnessSite, fates: Fates): string {
  const outcomes = dags.flatMap(({ name }) => fates.dags.get(name) ?? []);
  const [only] = outcomes;
  if (!only) return '';
  if (outcomes.length > 1)
    return `${outcomes.filter(({ hasQuorum }) => hasQuorum).length} of ${outcomes.length} DAGs keep quorum`;
  return only.hasQuorum
    ? `${counted(only.votes, 'vote')}, ${only.votesNeeded} needed`
    : `quorum lost: ${counted(only.votes, 'vote')} of ${only.votesNeeded} needed`;
}

function placeOf({ datacenter, kind }: Witness, block: Block): string {
  if (datacenter === undefined) return kind === 'cloud' ? 'Azure' : 'site not stated';
  return block.columns.some(({ name }) => name === datacenter) ? `in ${datacenter}` : 'third site';
}

function votesOf(dag: Dag): string {
  const members = dag.servers?.length ?? 0;
  if (members === 0) return '';
  const votes = members % 2 === 0 ? members + 1 : members;
  return `${Math.floor(votes / 2) + 1} of ${votes} votes needed`;
}
