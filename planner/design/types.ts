/** The design's types, generated from `schemas/design.schema.json`. An absent property means "not stated". */
export type * from '../../schemas/generated/design.ts';
export type { Requirements } from '../../schemas/generated/requirements.ts';
export type { Timeline } from '../../schemas/generated/timeline.ts';
