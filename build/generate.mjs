import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';
import { hashOf } from './hash.mjs';

// schemas/*.schema.json → schemas/generated: types and compiled validators. Does nothing when nothing changed.
const inputs = readdirSync(inRoot('schemas'))
  .filter((name) => name.endsWith('.schema.json'))
  .sort()
  .map((name) => `schemas/${name}`);
const stamp = inRoot('schemas/generated/.stamp');
const tools = ['build/generate.mjs', 'build/schema-types.mjs', 'build/schema-validators.mjs', 'package-lock.json'];
const hash = hashOf([...inputs, ...tools]);

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  const { typesOf } = await import('./schema-types.mjs');
  const { writeValidators } = await import('./schema-validators.mjs');
  const schemas = inputs.map((path) => ({
    name: path.slice('schemas/'.length, -'.schema.json'.length),
    schema: JSON.parse(readFileSync(inRoot(path), 'utf8')),
  }));
  schemas.forEach(checkTitles);
  mkdirSync(inRoot('schemas/generated'), { recursive: true });
  for (const input of schemas) {
    writeFileSync(inRoot(`schemas/generated/${input.name}.ts`), await typesOf(input, schemas));
  }
  await writeValidators(schemas);
  writeFileSync(stamp, hash);
}

/** Titles become the types' names; without them a definition called `node` would shadow the DOM's Node. */
function checkTitles({ name, schema }) {
  const untitled = Object.entries(schema.$defs ?? {}).filter(([, definition]) => !definition.title);
  if (!schema.title) throw new Error(`schemas/${name}.schema.json has no title.`);
  if (untitled.length > 0) {
    throw new Error(`schemas/${name}.schema.json: no title on $defs ${untitled.map(([key]) => key).join(', ')}.`);
  }
}
