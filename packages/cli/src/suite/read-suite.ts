import type { z } from 'zod';
import type { FieldPath, SuiteSource } from './suite-source.js';
import { suiteError, type SuiteProblem } from './suite-problem.js';
import { suiteSchema, type Suite } from './suite-schema.js';

const fields = Object.keys(suiteSchema.shape).join(', ');

/**
 * Checks the form of a suite and fills in its defaults. Names are checked by `planSuite`.
 * @throws QuorumError `CONFIG_INVALID` (`USAGE` for a field set on the command line) naming place, field and fix
 */
export function readSuite(source: SuiteSource): Suite {
  const parsed = suiteSchema.safeParse(source.data);
  if (parsed.success) return parsed.data;
  throw suiteError(source, parsed.error.issues.flatMap(toProblems), {
    fix: `correct this; a suite has the fields ${fields}.`,
  });
}

function toProblems(issue: z.core.$ZodIssue): SuiteProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `unknown field${knownFields(issue.path)}`,
    }));
  }
  const message = issue.message.replace(/^Invalid (input|option): /, '');
  return [{ path: issue.path, message: message.replace(/received undefined$/, 'but it is missing') }];
}

function knownFields([field]: FieldPath): string {
  if (field === 'compare') return '; known: axis, baseline, values';
  if (field === 'clock') return '; known: mode, profile, timeScale';
  return field === 'limits' ? '; known: calls, tokens' : '';
}
