import { QuorumError, type JsonObject } from '@quorum/events';
import type { Scenario } from '@quorum/env';
import { z } from 'zod';
import { nearest } from '../catalog/look-up.js';

/**
 * Scenario options with all defaults filled in.
 *
 * @throws QuorumError `CONFIG_INVALID`, naming the wrong option and the known ones.
 */
export function resolveOptions(scenario: Scenario, options: JsonObject): JsonObject {
  const result = scenario.options.safeParse(options);
  if (result.success) return result.data;

  const known = Object.keys(
    z.toJSONSchema(scenario.options, { io: 'input', unrepresentable: 'any' }).properties ?? {},
  );
  const issue = result.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys[0] : undefined;
  const choices =
    known.length === 0 ? `${scenario.name} has no options.` : `Known options: ${known.join(', ')}.`;
  if (unknown !== undefined) {
    const near = nearest(unknown, known);
    throw new QuorumError('CONFIG_INVALID', `options: ${scenario.name} has no option '${unknown}'.`, {
      fix: `${near === undefined ? '' : `Did you mean '${near}'? `}${choices}`,
    });
  }
  const field = ['options', ...(issue?.path ?? [])].join('.');
  throw new QuorumError('CONFIG_INVALID', `${field}: ${issue?.message ?? 'invalid'}.`, {
    fix: `Correct ${field}. ${choices}`,
  });
}
