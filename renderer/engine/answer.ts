import { applyCommand } from '../../planner/design/edit.ts';
import type { Design } from '../../planner/design/types.ts';
import { diskSets, inParts, type PartOptions, type Progress } from '../../planner/simulate/survivors/index.ts';
import { activationCounts, plainFigure, sizeDesign, type Figure } from '../../planner/sizing/index.ts';
import { whatIfEdits, type WhatIf } from '../../planner/sizing/whatIf.ts';
import { capacityOf, type Capacity } from '../capacity/capacity.ts';
import { totalsOf } from '../capacity/compare/totals.ts';
import { oneDag, pairsOf, setsOf } from '../failover/sweeps/sweeps.ts';
import { linkUsesOf, replicationDay } from '../replication/day.ts';
import { timelineAnswer } from '../failover/timeline/run.ts';
import { judgementOf } from './judgement.ts';
import { breachesBy } from './breaches.ts';
import type { FigureName } from './figureName.ts';
import type { Question, QuestionKind, Questions, Trial } from './question.ts';

/** What the answer to a long question is told, and tells. */
export type Parts = PartOptions<Progress>;
type Answer = Questions[QuestionKind]['answer'];

/**
 * The answer to a question about a design; of a long question a promise of it.
 * @throws CancelledError, from that promise
 */
export function answerTo(design: Design, question: Question, parts: Parts): Answer | Promise<Answer> {
  switch (question.kind) {
    case 'judgement':
      return judgementOf(design, question.ask.today);
    case 'capacity':
      return tried(design, question.ask);
    case 'breaches':
      return breachesBy(design, question.ask.edits, question.ask.today);
    case 'totals':
      return totalsOf(designOf(design, question.ask));
    case 'replication':
      return replicationDay(design, question.ask);
    case 'linkUses':
      return linkUsesOf(design);
    case 'working':
      return workingOf(design, question.ask);
    case 'activations':
      return activationCounts(design);
    case 'serverSets':
      return setsOf(design, question.ask);
    case 'serverPairs':
      return pairsOf(design, question.ask);
    case 'timeline':
      return timelineAnswer(design, question.ask);
    case 'diskPairs':
      return inParts(diskSets(oneDag(design, question.ask.dag), 2), parts);
  }
}

/** The capacity of a design when something is tried on it. */
export function tried(design: Design, { whatIf, growth }: Trial): Capacity {
  return capacityOf(designOf(design, whatIf), growth);
}

function designOf(design: Design, whatIf: WhatIf): Design {
  return applyCommand(design, { name: 'what-if', label: '', edits: whatIfEdits(design, whatIf) }).design;
}

const byName = new WeakMap<Design, ReadonlyMap<string, Figure>>();
const nameOf = ({ id, subject }: Pick<FigureName, 'id' | 'subject'>): string => `${id} ${subject}`;

/** A figure and everything that it is made from, itself first; empty where the design has no such figure. */
export function workingOf(asked: Design, name: FigureName): readonly Figure[] {
  const design = name.whatIf ? designOf(asked, name.whatIf) : asked;
  let figures = byName.get(design);
  if (!figures) {
    figures = new Map(sizeDesign(design).figures.map((figure) => [nameOf(figure), figure]));
    byName.set(design, figures);
  }
  const found = new Map<string, Figure>();
  const collect = (key: string): void => {
    const figure = figures.get(key);
    if (!figure || found.has(key)) return;
    found.set(key, plainFigure(figure));
    for (const { id, subject } of figure.inputs)
      if (id !== undefined && subject !== undefined) collect(nameOf({ id, subject }));
  };
  collect(nameOf(name));
  return [...found.values()];
}
