import { notices } from '../planner/rules/engine/noticeList.ts';
import { rules, rulesets, type RuleEntry } from '../planner/rules/index.ts';
import type { Area, ParameterValue, Rule, TableRow } from '../planner/rules/rule.ts';

const areas: Readonly<Record<Area, string>> = {
  clients: 'Clients',
  datacenters: 'Datacenters',
  servers: 'Servers',
  volumes: 'Volumes',
  dag: 'Database availability group',
  copies: 'Database copies',
  support: 'Support',
  waivers: 'Waivers',
};

/** The pages of docs/rules by file name, made from the rules' own metadata and the rulesets. */
export function rulePages(): Map<string, string> {
  return new Map([
    ['README.md', index()],
    ...rules.map((rule): [string, string] => [`${rule.id}.md`, page(rule)]),
    ...notices.map((notice): [string, string] => [
      `${notice.id}.md`,
      sections([
        `# ${notice.id}`,
        `${notice.title}. Area: ${areas[notice.area]}; ${notice.severity} in every ruleset. A finding of the planner itself, not of a ruleset.`,
        `## Why\n\n${notice.why}`,
        `## Message\n\n- ${notice.message}`,
      ]),
    ]),
  ]);
}

function index(): string {
  const head = ['Rule', 'What holds', ...rulesets.map(({ name }) => name)];
  const tables = Object.entries(areas).flatMap(([area, title]) => {
    const own = rules.filter((rule) => rule.area === area);
    const rows = own.map((rule) => [
      link(rule.id),
      rule.title,
      ...rulesets.map((ruleset) => severities(ruleset.rules[rule.id])),
    ]);
    return rows.length > 0 ? [`## ${title}`, table(head, rows)] : [];
  });
  return sections([
    '# Rules',
    'Made by `npm run rule-docs` from the rules themselves. error: unsupported, or it cannot work. warning: it works but deviates from the Preferred Architecture. info: advice.',
    'What a rule needs and a design does not state is never a finding: the rule stays silent and counts as not stated.',
    ...tables,
    '## About the check itself',
    table(
      ['Finding', 'What holds', 'Severity'],
      notices.map((notice) => [link(notice.id), notice.title, notice.severity]),
    ),
    '## Rulesets',
    ...rulesets.map(({ name, title, description }) => `**${name}**: ${title}. ${description}`),
  ]);
}

function page(rule: Rule): string {
  const { title, url, fact, confidence } = rule.source;
  const parameters = Object.entries(rule.parameters);
  return sections([
    `# ${rule.id}`,
    `${rule.title}. Area: ${areas[rule.area]}.`,
    `## Why\n\n${rule.why}`,
    `## Severity\n\n${table(
      ['Ruleset', 'Severity'],
      rulesets.map((ruleset) => [ruleset.name, severities(ruleset.rules[rule.id])]),
    )}`,
    ...(parameters.length > 0
      ? [
          `## Parameters\n\n${parameters
            .map(([name, { description, unit }]) => `- \`${name}\`${unit ? ` (${unit})` : ''}: ${description}`)
            .join('\n')}`,
          table(
            ['Ruleset', ...parameters.map(([name]) => `\`${name}\``)],
            rulesets.map((ruleset) => [
              ruleset.name,
              ...parameters.map(([name]) => shown(ruleset.rules[rule.id]?.parameters?.[name])),
            ]),
          ),
        ]
      : []),
    `## Messages\n\n${Object.entries(rule.messages)
      .map(([id, text]) => `- \`${id}\`: ${text}`)
      .join('\n')}`,
    `## Fix\n\n${fixText(rule)}`,
    `## Source\n\n${url ? `[${title}](${url})` : title}, fact ${fact} (${confidence}).`,
  ]);
}

function fixText(rule: Rule): string {
  const { mends, messages } = rule;
  if (!rule.fix) return 'By hand; there is no one mend.';
  const all = mends === undefined || mends.length === Object.keys(messages).length;
  const what = all ? 'it' : (mends ?? []).map((id) => `\`${id}\``).join(' and ');
  const rest = all ? '' : ' The others are mended by hand.';
  return `\`dagwright fix\` and the Fix button mend ${what} where the mend is mechanical and makes nothing else worse.${rest}`;
}

function severities(entry: RuleEntry | undefined): string {
  if (!entry) return '';
  if (typeof entry.severity === 'string') return entry.severity;
  return Object.entries(entry.severity)
    .map(([message, severity]) => `${severity} (\`${message}\`)`)
    .join(', ');
}

function shown(value: ParameterValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'object') return String(value);
  return value.map((item: string | TableRow) => (typeof item === 'string' ? item : row(item))).join('<br>');
}

function row(cells: TableRow): string {
  return Object.entries(cells)
    .map(([name, cell]) => `${name} ${cell}`)
    .join(', ');
}

function link(id: string): string {
  return `[${id}](${id}.md)`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function sections(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
