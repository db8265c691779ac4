import { z } from 'zod';
import { eventSchemas } from './event-schema.js';
import { headerSchema } from './header-schema.js';

/**
 * JSON Schema (2020-12) of one line of a log, for tools outside TypeScript. A copy is kept in
 * `packages/events/schema/quorum-log.schema.json`.
 */
export function logJsonSchema(): object {
  const lines: Record<string, z.ZodType> = { header: headerSchema, ...eventSchemas };
  const definitions = Object.entries(lines).map(([name, schema]) => {
    // Contents that are any JSON become the empty schema, which allows anything.
    const definition = z.toJSONSchema(schema, { unrepresentable: 'any' });
    delete definition.$schema;
    return [name, definition] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A line of a Quorum log: the header or an event',
    oneOf: definitions.map(([name]) => ({ $ref: `#/$defs/${name}` })),
    $defs: Object.fromEntries(definitions),
  };
}
