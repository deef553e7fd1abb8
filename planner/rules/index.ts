export { brokenRules } from './brokenRules.ts';
export { firstError } from './firstError.ts';
export { fixDesign, fixFinding, type Fixed } from './fix.ts';
export { rules } from './rules.ts';
export { defaultRuleset, findRuleset, rulesets, type RuleEntry, type Ruleset, type RulesetName } from './ruleset.ts';
export { validateDesign, type ValidateOptions } from './validate.ts';
