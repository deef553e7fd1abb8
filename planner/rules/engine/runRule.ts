import type { Design } from '../../design/types.ts';
import type { DagRule, Parameters, Reporter, Rule } from '../rule.ts';
import { keptPerDag } from '../support/keptPerDag.ts';

const none: Parameters = {};
const kept = new WeakMap<DagRule, WeakMap<Parameters, (design: Design, reporter: Reporter) => unknown>>();

/** Lets a rule tell the reporter what it finds: of a rule about DAGs by themselves only those that an edit touched are judged anew. */
export function runRule(rule: Rule, design: Design, parameters: Parameters = none, reporter: Reporter): void {
  if ('check' in rule) rule.check(design, parameters, reporter);
  else checkOf(rule, parameters)(design, reporter);
}

function checkOf(rule: DagRule, parameters: Parameters): (design: Design, reporter: Reporter) => unknown {
  let byParameters = kept.get(rule);
  if (!byParameters) kept.set(rule, (byParameters = new WeakMap()));
  let check = byParameters.get(parameters);
  if (!check) {
    check = keptPerDag((design, dag, reporter) => {
      rule.checkDag(design, dag, parameters, reporter);
    });
    byParameters.set(parameters, check);
  }
  return check;
}
