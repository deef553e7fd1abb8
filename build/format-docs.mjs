// Writes the reference tables of docs/file-format.md from the schemas. `--check` only says whether they are up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const target = fileURLToPath(new URL('docs/file-format.md', root));
const marker = '<!-- reference -->\n';
const schemas = Object.fromEntries(
  ['design', 'requirements', 'timeline'].map((name) => [
    `${name}.schema.json`,
    JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, root), 'utf8')),
  ]),
);

const typeNames = {
  object: 'object',
  array: 'list',
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'true, false',
  null: 'null',
};

function resolve(schema, file) {
  if (!schema.$ref) return { schema, file };
  const [other, fragment] = schema.$ref.split('#');
  const next = other || file;
  const found = fragment
    .split('/')
    .slice(1)
    .reduce((node, step) => node[step], schemas[next]);
  return resolve({ ...found, ...schema, $ref: undefined, title: found.title }, next);
}

function typeOf(raw, file) {
  const { schema, file: at } = resolve(raw, file);
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items, at)}`;
  if (schema.title && schema.properties) return `[${schema.title}](#${schema.title.toLowerCase()})`;
  if (schema.additionalProperties?.type) return `object of ${typeNames[schema.additionalProperties.type]}s`;
  return [schema.type]
    .flat()
    .map((type) => typeNames[type] ?? type)
    .join(' or ');
}

function table(schema, file) {
  const rows = Object.entries(schema.properties).map(([name, raw]) => {
    const { schema: property } = resolve(raw, file);
    const notes = [property.description ?? ''];
    if (property.default !== undefined)
      notes.push(`Default \`${JSON.stringify(property.default)}\`${property.source ? ` (${property.source})` : ''}.`);
    const required = (schema.required ?? []).includes(name) ? ' *' : '';
    return `| \`${name}\`${required} | ${typeOf(raw, file)} | ${property.unit ?? ''} | ${notes.join(' ').trim()} |`;
  });
  return ['| property | type | unit | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

const seen = new Set();
function sections(raw, file) {
  const { schema, file: at } = resolve(raw, file);
  if (schema.items) return sections(schema.items, at);
  if (!schema.properties || seen.has(schema.title)) return [];
  seen.add(schema.title);
  const own = `### ${schema.title}\n\n${schema.description ?? ''}\n\n${table(schema, at)}\n`;
  return [own, ...Object.values(schema.properties).flatMap((property) => sections(property, at))];
}

const reference = Object.entries(schemas).flatMap(([file, schema]) => sections(schema, file));
const [head] = readFileSync(target, 'utf8').split(marker);
const text = `${head}${marker}\nRequired properties carry a \\*.\n\n${reference.join('\n')}`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('docs/file-format.md is out of date: run `npm run format-docs`.');
    process.exit(1);
  }
} else writeFileSync(target, text);
