import { compile } from 'json-schema-to-typescript';

/**
 * TypeScript types of a schema. What stands in another schema is imported from that schema's types.
 * @param {{ name: string, schema: object }} input
 * @param {{ name: string, schema: object }[]} all
 */
export async function typesOf({ name, schema }, all) {
  const imports = new Map();
  const types = await compile(simplify(structuredClone(schema), typeOf), name, {
    bannerComment: '',
    additionalProperties: false,
    unreachableDefinitions: true,
    strictIndexSignatures: true,
    style: { semi: true, singleQuote: true, printWidth: 120 },
  });
  const banner = `/* Generated from schemas/${name}.schema.json by \`npm run generate\`. Do not edit. */\n\n`;
  const lines = [...imports].map(
    ([from, names]) => `import type { ${[...names].sort().join(', ')} } from './${from}.ts';\n`,
  );
  return (
    banner + lines.join('') + types.replaceAll(/["']?x-["']?\?: unknown;/g, '[extension: `x-${string}`]: unknown;')
  );

  /** The type's name of a reference such as `design.schema.json#/$defs/copy`. */
  function typeOf(/** @type {string} */ reference) {
    const [path, fragment = ''] = reference.split('#');
    const [file, key] = [path.replace('.schema.json', ''), fragment.replace('/$defs/', '')];
    const target = all.find((other) => other.name === file)?.schema;
    const title = key ? target?.$defs?.[key]?.title : target?.title;
    if (!title) throw new Error(`schemas/${name}.schema.json: ${reference} leads nowhere.`);
    imports.set(file, (imports.get(file) ?? new Set()).add(title));
    return title;
  }
}

/** Rewrites what the validator judges and a type expresses badly. */
function simplify(schema, typeOf) {
  if (Array.isArray(schema)) return schema.map((item) => simplify(item, typeOf));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, $id, minItems, maxItems, patternProperties, ...rest } = schema;
  // A description beside a reference would make a second type (Name1, Name2 …) of the same thing.
  if (typeof $ref === 'string') return $ref.startsWith('#') ? { $ref } : { tsType: typeOf($ref) };
  const result = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, simplify(value, typeOf)]));
  // A pair stays a tuple; "at least one" would refuse every filtered list.
  if (typeof minItems === 'number' && minItems === maxItems && minItems <= 4)
    Object.assign(result, { minItems, maxItems });
  // `x-…` may hold anything; an open index signature would hide each misspelt name.
  if (patternProperties && '^x-' in patternProperties) {
    result.properties = { ...result.properties, 'x-': { tsType: 'unknown' } };
  } else if (patternProperties) {
    result.patternProperties = simplify(patternProperties, typeOf);
  }
  return result;
}
