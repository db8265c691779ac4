import { readFileSync } from 'node:fs';
import { QuorumError } from '@quorum/events';
import type { z } from 'zod';
import { displayPath } from '../system/paths.js';

/**
 * Reads a committed file of measurements that reports rest on.
 * @throws QuorumError `CONFIG_INVALID` naming file and field
 */
export function readFrozenFile<T>(path: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const problem = issue ? `field \`${issue.path.join('.')}\`: ${issue.message}` : 'invalid';
  throw new QuorumError('CONFIG_INVALID', `${displayPath(path)}: ${problem}.`, {
    fix: 'restore the committed file.',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
