import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError } from '@quorum/events';
import { readError } from '@quorum/events/node';
import type { z } from 'zod';
import { displayPath } from '../system/paths.js';
import { coop2Schemas, type Coop2File, type Coop2Logs } from './coop2-schemas.js';
import { fieldError } from './field-error.js';

/** Files without which there is nothing to import. */
export const NECESSARY = ['agent_states.json', 'plan_logs.json'] as const satisfies readonly Coop2File[];
type Necessary = (typeof NECESSARY)[number];

/** The log files of one episode. */
export interface Coop2Episode {
  readonly folder: string;
  readonly logs: Coop2Logs & { readonly [F in Necessary]: NonNullable<Coop2Logs[F]> };
  readonly missing: readonly Coop2File[];
}

/**
 * Reads the log files of an episode.
 * @throws QuorumError `FILE_UNREADABLE`; `LOG_CORRUPT` naming file, line and field
 */
export function readCoop2(folder: string): Coop2Episode {
  const missing: Coop2File[] = [];
  const logs: Partial<Record<Coop2File, unknown>> = {};
  for (const file of Object.keys(coop2Schemas) as Coop2File[]) {
    const path = join(folder, file);
    if (existsSync(path)) {
      logs[file] = parse(path, coop2Schemas[file]);
    } else if (NECESSARY.some((name) => name === file)) {
      throw new QuorumError(
        'FILE_UNREADABLE',
        `${displayPath(path)} is missing; nothing can be imported without it.`,
        {
          fix: 'name the folder of an episode, or one that holds such folders.',
        },
      );
    } else {
      missing.push(file);
      logs[file] = null;
    }
  }
  return { folder, logs: logs as Coop2Episode['logs'], missing };
}

function parse(path: string, schema: z.ZodType): unknown {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw readError(displayPath(path), error);
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new QuorumError('LOG_CORRUPT', `${displayPath(path)} is not JSON: ${(error as Error).message}.`, {
      fix: 'export the logs of the episode again.',
    });
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const words = (issue?.message ?? 'does not fit').replace(/^Invalid (input|option): /, '');
  throw fieldError(path, issue?.path ?? [], words.replace(/received undefined$/, 'but it is missing'));
}
