import { indexDesign } from '../../planner/design/index.ts';
import { pointerSteps } from '../../planner/design/pointer.ts';
import { parseSubject, subject } from '../../planner/design/subject.ts';
import type { Design } from '../../planner/design/types.ts';
import type { Finding, Severity } from '../../planner/rules/rule.ts';
import { worse } from '../subjects/severity.ts';
import { parentOf } from './parents.ts';

/** The worst of some open findings, and how many there are. */
export interface Mark {
  readonly severity: Severity;
  readonly count: number;
}

export interface OutlineMarks {
  /** By node id: of what it stands for alone. */
  readonly own: ReadonlyMap<string, Mark>;
  /** By node id: of it and everything that stands in it, each finding once. */
  readonly whole: ReadonlyMap<string, Mark>;
}

/** What the open findings mean for the nodes of the outline. */
export function outlineMarks(design: Design, findings: readonly Finding[]): OutlineMarks {
  const own = new Map<string, Mark>();
  const whole = new Map<string, Mark>();
  const chains = new Map<string, readonly string[]>();
  const chainOf = (id: string): readonly string[] => {
    let chain = chains.get(id);
    if (!chain) {
      const parent = parentOf(design, id);
      chains.set(id, (chain = parent === undefined ? [id] : [id, ...chainOf(parent)]));
    }
    return chain;
  };
  for (const [place, severities] of byPlace(design, findings)) {
    const nodes = ownNodes(design, place);
    for (const id of nodes) count(own, id, severities);
    for (const id of new Set(nodes.flatMap(chainOf))) count(whole, id, severities);
  }
  return { own, whole };
}

function byPlace(design: Design, findings: readonly Finding[]): ReadonlyMap<string, readonly Severity[]> {
  const places = new Map<string, Severity[]>();
  for (const finding of findings) {
    if (finding.waiver) continue;
    const place = listPlace(design, finding) ?? finding.subject;
    const list = places.get(place);
    if (list) list.push(finding.severity);
    else places.set(place, [finding.severity]);
  }
  return places;
}

function count(marks: Map<string, Mark>, id: string, severities: readonly Severity[]): void {
  const mark = marks.get(id);
  const severity = severities.reduce(worse, mark?.severity ?? 'info');
  marks.set(id, { severity, count: (mark?.count ?? 0) + severities.length });
}

/** The nodes that stand for a subject itself: a copy under its database and its volume, a model with its servers. */
function ownNodes(design: Design, about: string): readonly string[] {
  const parsed = parseSubject(about);
  const { dags, servers, databases } = indexDesign(design);
  switch (parsed?.kind) {
    case 'copy': {
      const copies = databases.get(parsed.name)?.copies ?? [];
      const volume = copies.find(({ value }) => value.server === parsed.second)?.value.volume;
      const onVolume = volume === undefined ? [] : [`${subject.volume(parsed.second ?? '', volume)}/${parsed.name}`];
      return [about, ...onVolume];
    }
    case 'hardware': {
      const users = [...servers.values()].filter(({ value }) => value.hardware === parsed.name);
      return [about, ...users.map(({ value }) => subject.server(value.name))];
    }
    case 'witness':
      return [dags.get(parsed.name)?.value.witness ? about : subject.dag(parsed.name)];
    default:
      return [about];
  }
}

/** The node of a pair's namespace or Office Online farm, which has no subject of its own. */
function listPlace(design: Design, { subject: about, path }: Finding): string | undefined {
  const [where, pair, list, item] = pointerSteps(path);
  if (where !== 'pairs' || (list !== 'namespaces' && list !== 'officeOnline')) return undefined;
  const { name } = design.pairs?.[Number(pair)] ?? {};
  if (name === undefined || about !== subject.pair(name)) return undefined;
  return `${about}/${list}${item === undefined ? '' : `/${item}`}`;
}
