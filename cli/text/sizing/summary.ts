import type { Figure } from '../../../planner/sizing/figure.ts';
import { columns } from '../columns.ts';
import { byId, range, type ById } from './byId.ts';
import { failuresText } from './failures.ts';
import { groups, type Group } from './groups.ts';
import { amount, quantity, unitText } from './quantity.ts';
import { tiersText } from './tiers.ts';

/**
 * The sizing for people: what mailboxes cost by tier, the main figures in groups, one line each with its id for `--explain`, and what the
 * fullest server carries in each failure mode. What several servers, volumes or databases have is given from the least to the most.
 * @param cpuLimit CPU utilisation that a server may reach
 */
export function summaryText(title: string, figures: readonly Figure[], cpuLimit: number): string {
  const all = byId(figures);
  const lines = groups.map((group) => linesOf(group, all));
  const aligned = columns(lines.flat(), ['left', 'right', 'left', 'left', 'left'], '  ');
  let at = 0;
  const blocks = groups.map(({ title }, g) => {
    const own = aligned.slice(at, (at += lines[g]?.length ?? 0));
    return own.length === 0 ? [] : [title, ...own];
  });
  const [databases = [], copies = [], io = [], ...others] = blocks;
  return [[title], tiersText(all), databases, copies, io, failuresText(all, cpuLimit), ...others]
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

/** All figures of one subject, one line each. */
export function subjectText(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [figure.id, amount(figure), unitText(figure)]);
  return columns(rows, ['left', 'right', 'left']).join('\n');
}

function linesOf({ rows }: Group, figures: ById): string[][] {
  return rows.flatMap(([label, id, limit]) => {
    const spread = range(figures.get(id) ?? []);
    if (!spread) return [];
    const [least, most] = spread;
    const [low, high] = [amount(least), amount(most)];
    const over = limit === undefined ? '' : overText(figures, id, limit);
    return [[label, low === high ? low : `${low} – ${high}`, unitText(most), id, over]];
  });
}

/** Where a figure exceeds its limit on the same subject: by how much the limit falls short. */
function overText(figures: ById, id: string, limit: string): string {
  const limits = new Map((figures.get(limit) ?? []).map((figure) => [figure.subject, figure]));
  const over = (figures.get(id) ?? []).find(({ subject, value }) => Number(value) > Number(limits.get(subject)?.value));
  const bound = over && limits.get(over.subject);
  return over && bound ? `over the ${quantity(bound)} of ${over.subject}` : '';
}
