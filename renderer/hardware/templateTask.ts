import type { Subject } from '../../planner/design/subject.ts';
import type { Hardware } from '../../planner/design/types.ts';
import type { Around } from '../layingOut/around.ts';

/** What is being done with templates: one is used for servers or for a new one, a model is kept as one, or one's own are looked after. */
export type TemplateTask =
  | { readonly kind: 'use'; readonly servers: readonly Subject[]; readonly template?: string }
  | { readonly kind: 'new'; readonly around: Around; readonly template?: string }
  | { readonly kind: 'keep'; readonly model: Hardware }
  | { readonly kind: 'manage' };
