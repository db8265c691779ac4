import type { Json, JsonObject } from '@quorum/events';

/** What the grammar of a local model can be built from. */
const KEPT = ['enum', 'const', 'minItems', 'maxItems'] as const;
/** Strings end somewhere, also those of a model that would ramble. */
const MAX_STRING = 400;
const MAX_ITEMS = 16;

/**
 * A JSON Schema in the words of node-llama-cpp's grammars: alternatives as `oneOf`, strings and lists with an end, limits
 * of numbers left out (the answer is checked against the full schema anyway). All fields of objects are required there.
 */
export function grammarSchema(schema: JsonObject): JsonObject {
  const alternatives = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonObject[] | undefined;
  if (alternatives !== undefined) return { oneOf: alternatives.map(grammarSchema) };
  const result: Record<string, Json> = {};
  for (const key of KEPT) if (schema[key] !== undefined) result[key] = schema[key];
  if (schema['const'] !== undefined || schema['enum'] !== undefined) return result;
  if (schema['type'] !== undefined) result['type'] = schema['type'];
  if (schema['type'] === 'string') result['maxLength'] = MAX_STRING;
  if (schema['type'] === 'object') {
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonObject>>;
    result['properties'] = Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, grammarSchema(property)]),
    );
  }
  if (schema['type'] === 'array') {
    result['maxItems'] ??= MAX_ITEMS;
    if (schema['items'] !== undefined) result['items'] = grammarSchema(schema['items'] as JsonObject);
  }
  return result;
}
