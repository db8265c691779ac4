import { expect, it } from 'vitest';
import { providerFailure } from './provider-failure.js';

const withFields = (message: string, fields: object): Error => Object.assign(new Error(message), fields);

it.each([
  ['a limit', withFields('429 Slow down', { status: 429 }), 429, true],
  ['a used-up account', withFields('429 No money', { status: 429, code: 'insufficient_quota' }), 429, false],
  ['a broken server', withFields('500 Oops', { status: 500 }), 500, true],
  ['an overloaded one', withFields('529 Busy', { status: 529 }), 529, true],
  ['Ollama’s form', withFields('no such model', { status_code: 404 }), 404, false],
  ['a wrong key', withFields('401 Wrong key', { status: 401 }), 401, false],
  [
    'a refused connection',
    new TypeError('fetch failed', { cause: withFields('', { code: 'ECONNREFUSED' }) }),
    null,
    true,
  ],
  ['a wrapped one', withFields('Connection error.', { name: 'APIConnectionError' }), null, true],
  ['a cut-off body', new TypeError('terminated'), null, true],
  ['a body that is no JSON', new SyntaxError('Unexpected end of JSON input'), null, true],
  ['a defect', new Error('x is not a function'), null, false],
  ['no error at all', 'oops', null, false],
  ['nothing', undefined, null, false],
])('judges %s', (_, error, status, transient) => {
  expect(providerFailure(error)).toMatchObject({ outcome: 'error', status, transient });
});

it.each([
  [{ 'retry-after': '7' }, 7000],
  [{ 'retry-after-ms': '250', 'retry-after': '1' }, 250],
  [{ 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT' }, null],
  [{}, null],
])('reads %j', (headers, milliseconds) => {
  const forms = [headers, new Headers(headers)];
  for (const form of forms) {
    expect(providerFailure(withFields('', { status: 429, headers: form })).retryAfterMs).toBe(milliseconds);
  }
});

it('says why there was no connection, in one short line', () => {
  const cause = withFields('connect ECONNREFUSED 127.0.0.1:1', { code: 'ECONNREFUSED' });
  expect(providerFailure(new TypeError('fetch failed', { cause })).problem).toBe(
    'fetch failed (ECONNREFUSED)',
  );
  expect(providerFailure(new Error(`${'a\n'.repeat(100_000)}`)).problem.length).toBeLessThan(400);
});

it('survives an error that is its own cause', () => {
  const error = withFields('round', {});
  (error as { cause?: unknown }).cause = error;
  expect(providerFailure(error).problem).toBe('round');
});
