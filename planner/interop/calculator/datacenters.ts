import type { Problem } from '../../design/problem.ts';
import { nameKey } from './cellReader.ts';
import { problemAt, type Place } from './place.ts';
import { tellSidesApart, type Relation } from './sides.ts';

/** A datacenter with its servers. */
export interface SiteMembers {
  readonly name: string;
  readonly servers: readonly string[];
}

export interface DatacenterEvidence {
  /** Every server, in file order. */
  readonly servers: readonly { readonly name: string; readonly place: Place }[];
  /** Every database with its copies in the order of their preference. */
  readonly databases: readonly {
    readonly name: string;
    readonly place: Place;
    readonly copies: readonly { readonly server: string; readonly preference: number }[];
  }[];
  /** The site lists of DAGInfo.csv, where it has them. */
  readonly sites: readonly (readonly string[])[] | undefined;
  /** The datacenters that the caller states, where he does. */
  readonly stated: readonly SiteMembers[] | undefined;
}

export interface DatacenterVerdict {
  readonly datacenters: readonly SiteMembers[];
  /** Where the knowledge comes from. */
  readonly why: string;
  readonly problems: readonly Problem[];
}

const STATE_THEM = 'state the datacenters with --datacenter NAME=SERVER,SERVER for each';

/**
 * Tells which server stands in which datacenter: as stated, else as DAGInfo.csv lists them, else from the copies. The
 * calculator puts preferences 1 and 2 of a database in one datacenter, 3 and 4 in the other (facts sizing A11).
 */
export function assignDatacenters(evidence: DatacenterEvidence): DatacenterVerdict {
  if (evidence.stated) return fromStated(evidence.stated, evidence);
  const sites = evidence.sites?.filter((servers) => servers.length > 0) ?? [];
  if (sites.length > 0) return covering(named(sites), 'the site lists of DAGInfo.csv', evidence);
  return fromCopies(evidence);
}

function fromStated(stated: readonly SiteMembers[], evidence: DatacenterEvidence): DatacenterVerdict {
  const known = new Map(evidence.servers.map(({ name }) => [nameKey(name), name]));
  const problems: Problem[] = [];
  const datacenters = stated.map(({ name, servers }) => ({
    name,
    servers: servers.flatMap((text) => {
      const server = known.get(nameKey(text));
      if (server !== undefined) return [server];
      const message = `The datacenter ${name} is given the server ${text}, which Servers.csv does not list.`;
      problems.push({ path: '', message, expected: 'a server of Servers.csv', found: text });
      return [];
    }),
  }));
  const verdict = covering(datacenters, 'stated by the caller', evidence);
  return { ...verdict, problems: [...problems, ...verdict.problems] };
}

/** Checks that every server stands in exactly one of the datacenters. */
function covering(datacenters: readonly SiteMembers[], why: string, evidence: DatacenterEvidence): DatacenterVerdict {
  const problems = evidence.servers.flatMap(({ name, place }) => {
    const times = datacenters.filter(({ servers }) => servers.includes(name)).length;
    if (times === 1) return [];
    const message = `The server ${name} stands in ${times === 0 ? 'none' : 'several'} of the datacenters (${why}).`;
    return [problemAt(place, message, 'each server in one datacenter', `in ${times}`)];
  });
  return { datacenters, why, problems };
}

function fromCopies({ servers, databases }: DatacenterEvidence): DatacenterVerdict {
  const why = 'copies of preference 1 and 2 share a datacenter, those of 3 and 4 the other';
  const odd = databases.find((database) => preferencesOf(database) !== '1, 2, 3, 4');
  if (odd) {
    const message = `${odd.name} does not tell the datacenters of its servers apart: ${STATE_THEM}.`;
    const problem = problemAt(
      odd.place,
      message,
      'copies of preference 1, 2, 3 and 4',
      preferencesOf(odd) || 'no copies',
    );
    return { datacenters: [], why, problems: [problem] };
  }
  const { sides, conflicts, unreached } = tellSidesApart(
    servers.map(({ name }) => name),
    databases.flatMap(relationsOf),
  );
  const problems = [
    ...conflicts.map(({ relation, against }) => {
      const { a, b, same, place, origin } = relation;
      const message =
        `${origin} puts ${a} and ${b} in ${same ? 'one datacenter' : 'different datacenters'}, ` +
        `${against.filter((other) => other !== origin).join(', ') || 'its own other copies'} in ${same ? 'different ones' : 'the same'}: ${STATE_THEM}.`;
      return problemAt(place, message, 'preferences 1 and 2 in one datacenter, 3 and 4 in the other', `${a}, ${b}`);
    }),
    ...servers
      .filter(({ name }) => unreached.includes(name))
      .map(({ name, place }) => {
        const message = `No database tells the datacenter of ${name}: ${STATE_THEM}.`;
        return problemAt(place, message, 'a server that shares databases with the others', name);
      }),
  ];
  return { datacenters: named(sides), why, problems };
}

function relationsOf({ name, place, copies }: DatacenterEvidence['databases'][number]): Relation[] {
  const [first = '', second = '', third = '', fourth = ''] = copies.map(({ server }) => server);
  const relation = (a: string, b: string, same: boolean): Relation => ({ a, b, same, place, origin: name });
  return [relation(first, second, true), relation(third, fourth, true), relation(first, third, false)];
}

function preferencesOf({ copies }: DatacenterEvidence['databases'][number]): string {
  return copies.map(({ preference }) => preference).join(', ');
}

function named(sites: readonly (readonly string[])[]): SiteMembers[] {
  return sites.map((servers, i) => ({ name: `Datacenter ${i + 1}`, servers }));
}
