import type { z } from 'zod';

/** The first thing that a schema objects to, in plain words with the path of the field: `` `seats[1]`: … ``. */
export function issueText(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'it does not fit its schema';
  const path = fieldPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `\`${path === '' ? '' : `${path}.`}${key}\``).join(', ');
    return `field ${keys} does not belong here`;
  }
  return path === '' ? issue.message : `field \`${path}\`: ${issue.message}`;
}

function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`))
    .join('');
}
