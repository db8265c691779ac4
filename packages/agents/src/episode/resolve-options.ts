import { QuorumError, type JsonObject } from '@quorum/events';
import { z } from 'zod';
import { nearest } from '../catalog/look-up.js';

/** Something that has options: a scenario, a topology, an agent. */
interface Configurable {
  readonly name: string;
  readonly options: z.ZodType<JsonObject>;
}

/** What schemas know. They do not change, and a suite asks for each of its seats. */
const known = new WeakMap<z.ZodType, readonly string[]>();

/** Names of the options that a strict schema knows. */
export function optionNames(schema: z.ZodType<JsonObject>): readonly string[] {
  let names = known.get(schema);
  if (names === undefined) {
    names = Object.keys(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).properties ?? {});
    known.set(schema, names);
  }
  return names;
}

/**
 * Options with all defaults filled in.
 *
 * @param field what an error calls them, `options`
 * @throws QuorumError `CONFIG_INVALID`, naming the wrong option and the known ones.
 */
export function resolveOptions(
  { name, options: schema }: Configurable,
  given: JsonObject,
  field: string,
): JsonObject {
  const result = schema.safeParse(given);
  if (result.success) return result.data;

  const names = optionNames(schema);
  const issue = result.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys[0] : undefined;
  const choices = names.length === 0 ? `${name} has no options.` : `Known options: ${names.join(', ')}.`;
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    throw new QuorumError('CONFIG_INVALID', `${field}: ${name} has no option '${unknown}'.`, {
      fix: `${near === undefined ? '' : `Did you mean '${near}'? `}${choices}`,
    });
  }
  const path = [field, ...(issue?.path ?? [])].join('.');
  throw new QuorumError('CONFIG_INVALID', `${path}: ${issue?.message ?? 'invalid'}.`, {
    fix: `Correct ${path}. ${choices}`,
  });
}
