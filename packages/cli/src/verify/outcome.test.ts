import { expect, it } from 'vitest';
import { outcomeOf } from './outcome.js';
import { fail, pass, verdictOf } from './verdict.js';

const good = verdictOf('good', [pass('log')]);
const bad = verdictOf('bad', [fail('log', 'cut')]);
const base = { verdicts: [good], problems: [], missing: 0, partial: false };

it.each([
  ['passed', base],
  ['incomplete', { ...base, verdicts: [] }],
  ['incomplete', { ...base, verdicts: [], missing: 2, partial: true }],
  ['incomplete', { ...base, missing: 1 }],
  ['passed', { ...base, missing: 1, partial: true }],
  ['failed', { ...base, verdicts: [good, bad], missing: 1, partial: true }],
  ['failed', { ...base, problems: [{ path: 'summary.csv:2', message: 'it differs' }] }],
])('says %s', (outcome, found) => {
  expect(outcomeOf(found)).toBe(outcome);
});
