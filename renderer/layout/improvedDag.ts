import type { DagImprovement } from '../../planner/construct/index.ts';
import { formatCount } from '../numbers/format.ts';
import type { Bounded, LayoutEvenness } from '../../planner/layout/index.ts';

/** A copy that moves, or changes its preference where it stands, as a row of the preview. */
export interface ChangedCopy {
  readonly database: string;
  readonly preference: string;
  readonly from: string;
  readonly to: string;
}

/** What changes: first what moves, then what stays and changes its preference. */
export function changedCopies({ moves, preferences }: DagImprovement): ChangedCopy[] {
  return [
    ...moves.map(({ database, activationPreference, from, to }) => ({
      database,
      preference: preferenceText(activationPreference),
      from: from ? placeText(from) : 'a new copy',
      to: placeText(to),
    })),
    ...preferences.map(({ database, before, after, ...place }) => ({
      database,
      preference: `${preferenceText(before)} → ${preferenceText(after)}`,
      from: placeText(place),
      to: 'stays',
    })),
  ];
}

const labels = {
  healthy: 'Nothing failed',
  oneServer: 'Any one server failed',
  twoServers: 'Any two servers failed',
} as const;

/** The largest load of a server by number of failed servers, now and then. */
export function loadRows({ before, after }: DagImprovement): { label: string; before: Bounded; after: Bounded }[] {
  return (['healthy', 'oneServer', 'twoServers'] as const).map((name) => ({
    label: labels[name],
    before: before.load[name],
    after: after.load[name],
  }));
}

/** The fewest and most copies on a server, by datacenter. */
export function copiesText({ copies }: LayoutEvenness): string {
  return copies
    .map(({ datacenter, fewest, most }) => {
      const range = fewest === most ? formatCount(most) : `${formatCount(fewest)} to ${formatCount(most)}`;
      return datacenter === '' ? range : `${range} in ${datacenter}`;
    })
    .join(', ');
}

function preferenceText(preference: number | null): string {
  return preference === null ? 'none' : String(preference);
}

function placeText({ server, volume }: { readonly server: string; readonly volume: string | null }): string {
  return volume === null ? server : `${server} ${volume}`;
}
