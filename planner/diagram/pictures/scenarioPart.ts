import { formatCount, formatPercent } from '../../design/format.ts';
import { pointer } from '../../design/pointer.ts';
import type { Problem } from '../../design/problem.ts';
import type { Design, Scenario } from '../../design/types.ts';
import { playFailures, type FailoverEvent, type FailoverOptions } from '../../simulate/failover/index.ts';
import {
  eventsText,
  failoverOutcome,
  resultOf,
  simulateFailover,
  type DagOutcome,
  type Result,
} from '../../simulate/survivors/index.ts';
import { eventProblems, scenarioEvents } from '../../simulate/timeline/index.ts';
import { sizingOptions } from '../../sizing/index.ts';
import type { CaptionFigure } from './caption.ts';
import type { Part, PictureSource } from './part.ts';
import { environmentPart } from './topologyParts.ts';

/** The topology after a kept scenario, with what came of it as the caption. */
export function scenarioPart(source: PictureSource, name: string): Part {
  const { events = [] } = scenarioOf(source.design, name) ?? {};
  return failuresPart(source, `Scenario ${name}`, scenarioEvents(events));
}

/** The first of what keeps a kept scenario from being played; undefined where nothing does. */
export function scenarioProblem(design: Design, name: string): Problem | undefined {
  const at = design.scenarios?.findIndex((each) => each.name === name) ?? -1;
  const { events = [] } = design.scenarios?.[at] ?? {};
  return eventProblems(design, events, pointer('scenarios', at, 'events'))[0];
}

/**
 * The topology after events in order, with what came of them as the caption of each of its pages.
 * @throws FailureError for a selector of nothing in the design, or of what cannot fail
 */
export function failuresPart(
  source: PictureSource,
  heading: string,
  events: readonly FailoverEvent[],
  options: FailoverOptions = {},
): Part {
  const { design } = source;
  const state = playFailures(design, events, options);
  const outcome = failoverOutcome(design, state);
  const before = simulateFailover(design, [], options);
  const failures = { failed: state.failed, outcome, before };
  const { cpuLimitFraction } = sizingOptions(design);
  const caption = {
    text: eventsText(events),
    figures: figuresOf(resultOf(outcome, before, cpuLimitFraction), cpuLimitFraction),
  };
  return captioned(environmentPart({ ...source, failures }), { heading, caption, failures });
}

/** A part, and whatever it comes apart into, under a heading and with a caption. */
function captioned(part: Part, common: Required<Pick<Part, 'heading' | 'caption' | 'failures'>>): Part {
  const all = (parts: readonly Part[]): readonly Part[] => parts.map((each) => captioned(each, common));
  const { parts, overviews, slices, columns } = part;
  const { heading, caption, failures } = common;
  return {
    heading: `${heading} · ${part.heading}`,
    caption,
    failures,
    scale: part.scale,
    scene: (aspect) => {
      const scene = part.scene(aspect);
      return { ...scene, description: `${scene.description} ${caption.text}.` };
    },
    ...(parts && { parts: all(parts) }),
    ...(overviews && { overviews: all(overviews) }),
    ...(slices && {
      slices: (count) => {
        const cut = slices(count);
        return cut && all(cut);
      },
    }),
    ...(columns && { columns: () => all(columns()) }),
  };
}

function scenarioOf({ scenarios = [] }: Design, name: string): Scenario | undefined {
  return scenarios.find((each) => each.name === name);
}

/** The figures of a failure that are looked at first, as the screen shows them. */
function figuresOf(
  { databases, offline, laggedOnly, moved, worst, down, dags }: Result,
  limit: number,
): CaptionFigure[] {
  return [
    {
      label: 'Offline',
      value: `${formatCount(offline)} of ${formatCount(databases)}`,
      level: offline > 0 ? 'bad' : 'good',
    },
    { label: 'Lagged only', value: formatCount(laggedOnly), level: laggedOnly > 0 ? 'warning' : undefined },
    { label: 'Moved', value: formatCount(moved) },
    worst
      ? {
          label: `Worst CPU, ${worst.server}`,
          value: formatPercent(worst.cpu),
          level: worst.cpu > 1 ? 'bad' : worst.cpu > limit ? 'warning' : undefined,
        }
      : { label: 'Worst CPU', value: down.length > 0 ? 'no server left' : 'not stated' },
    votesFigure(dags),
  ];
}

function votesFigure(dags: readonly DagOutcome[]): CaptionFigure {
  const [only] = dags;
  if (only && dags.length === 1) {
    const value = `${formatCount(only.votes)}, ${formatCount(only.votesNeeded)} needed`;
    return only.hasQuorum
      ? { label: `Votes, ${only.name}`, value }
      : { label: `Votes, ${only.name}`, value: `${value}: quorum lost`, level: 'bad' };
  }
  const keeping = dags.filter(({ hasQuorum }) => hasQuorum).length;
  return {
    label: 'DAGs with quorum',
    value: `${formatCount(keeping)} of ${formatCount(dags.length)}`,
    level: keeping < dags.length ? 'bad' : undefined,
  };
}
