import type { DagImprovement, LayoutImprovement } from '../../planner/construct/index.ts';
import { counted, formatCount, formatPercent } from '../../planner/design/format.ts';
import type { Bounded, CopyMove, LayoutEvenness, PreferenceChange } from '../../planner/layout/index.ts';
import { columns } from './columns.ts';

/** An improvement for people: by DAG how even it is and becomes, what moves, what changes its preference. */
export function layoutText({ dags, command }: LayoutImprovement, isWritten: boolean): string {
  return [
    ...dags.flatMap(dagText),
    command
      ? `${isWritten ? 'did' : 'would'}: ${command.label}${isWritten ? '' : ', not written: --write does it'}`
      : 'Nothing to move or to change.',
  ].join('\n');
}

function dagText({ dag, before, after, moves, fewestMoves, preferences, notes }: DagImprovement): string[] {
  const rows = (['healthy', 'oneServer', 'twoServers'] as const).map((name) => [
    names[name],
    ...loadCells(before.load[name], after.load[name]),
  ]);
  return [
    `${dag}: ${counted(before.servers, 'server')}, ${counted(before.databases, 'database')}`,
    ...columns(
      [[`largest active load (${before.load.unit})`, 'now', 'then', 'bound', 'gap'], ...rows],
      ['left', 'right', 'right', 'right', 'right'],
      '  ',
    ),
    `  copies per server: ${spreadText(before)} now, ${spreadText(after)} then`,
    `  ${counted(moves.length, 'copy', 'copies')} to move, at least ${formatCount(fewestMoves)}`,
    ...moves.map((move) => `    ${moveText(move)}`),
    ...(preferences.length > 0
      ? [`  ${counted(preferences.length, 'copy', 'copies')} to get another preference where they stand`]
      : []),
    ...preferences.map((change) => `    ${preferenceText(change)}`),
    ...notes.map((note) => `  ${note}`),
  ];
}

const names = { healthy: 'nothing failed', oneServer: 'one server failed', twoServers: 'two servers failed' } as const;

function loadCells(before: Bounded, after: Bounded): string[] {
  return [...[before.value, after.value, after.bound].map(formatCount), formatPercent(after.gap)];
}

function spreadText({ copies }: LayoutEvenness): string {
  return copies
    .map(({ datacenter, fewest, most }) => {
      const range = fewest === most ? formatCount(most) : `${formatCount(fewest)} to ${formatCount(most)}`;
      return datacenter === '' ? range : `${range} in ${datacenter}`;
    })
    .join(', ');
}

function moveText({ database, activationPreference, from, to }: CopyMove): string {
  const preference = activationPreference === null ? '' : ` preference ${activationPreference}`;
  return `${database}${preference}: ${from ? placeText(from) : 'a new copy'} to ${placeText(to)}`;
}

function preferenceText({ database, before, after, ...place }: PreferenceChange): string {
  return `${database} on ${placeText(place)}: preference ${before ?? 'none'} to ${after ?? 'none'}`;
}

function placeText({ server, volume }: { readonly server: string; readonly volume: string | null }): string {
  return volume === null ? server : `${server}/${volume}`;
}
