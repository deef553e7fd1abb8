export { constructDesign, type Constructed, type Summary } from './constructDesign.ts';
export { withDefaults, type CompleteRequirements } from './requirements.ts';
export type { Refusal } from './refusal.ts';
export type { Limit } from './shape.ts';
export { sizeRequirements, type RequirementsSizing } from './sizeRequirements.ts';
export {
  improveLayout,
  type DagImprovement,
  type ImproveLayoutOptions,
  type LayoutImprovement,
} from './improveLayout.ts';
