import type { Policy } from '../policy.js';

/** Finds and does nothing: what the others are compared with. */
export const observe: Policy = {
  name: 'observe',
  summary: 'notes in the log what it finds; the team learns nothing of it',
  version: 1,
  treat: ({ finding: { rule, sentence, evidence } }) => [
    { kind: 'note', note: `${rule}: ${sentence}`, inputs: evidence },
  ],
};
