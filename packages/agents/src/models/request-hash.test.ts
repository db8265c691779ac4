import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '@quorum/events';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ModelRequest } from '../contract/model.js';
import { canonicalJson } from './canonical-json.js';
import { requestHash } from './request-hash.js';

const request: ModelRequest = {
  model: 'openai:x',
  options: { temperature: 0, maxOutputTokens: 5 },
  seed: 3,
  messages: [{ role: 'user', parts: ['hello', 'world'] }],
  schema: { name: 'plan', schema: { type: 'object', required: ['a'] } },
};

it('is the digest of the canonical JSON of all but the seed', () => {
  const { model, options, messages, schema } = request;
  const asked = { model, options, messages, schema };
  const digest = createHash('sha256')
    .update(canonicalJson(asked as unknown as JsonObject))
    .digest('hex');
  expect(requestHash(request)).toBe(digest);
  expect(requestHash({ ...request, schema: null })).toBe(
    createHash('sha256')
      .update(canonicalJson({ ...asked, schema: null } as unknown as JsonObject))
      .digest('hex'),
  );
});

it('does not depend on the order of keys, nor on the seed', () => {
  const turned = { ...request, seed: 9, options: { maxOutputTokens: 5, temperature: 0 } };
  expect(requestHash(turned)).toBe(requestHash(request));
});

it.each<Partial<ModelRequest>>([
  { model: 'openai:y' },
  { options: { temperature: 1, maxOutputTokens: 5 } },
  { messages: [{ role: 'user', parts: ['hello world'] }] },
  { messages: [{ role: 'system', parts: ['hello', 'world'] }] },
  { schema: { name: 'plan', schema: { type: 'object', required: ['b'] } } },
  { schema: null },
])('changes with what is asked: %j', (change) => {
  expect(requestHash({ ...request, ...change })).not.toBe(requestHash(request));
});

it('writes equal values as equal JSON', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value = JSON.parse(text) as Json;
      const canonical = canonicalJson(value);
      expect(JSON.parse(canonical)).toEqual(value);
      expect(canonicalJson(turnKeys(value))).toBe(canonical);
    }),
  );
});

function turnKeys(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map(turnKeys);
  const fields = Object.entries(value).map(([name, field]) => [name, turnKeys(field ?? null)]);
  return Object.fromEntries(fields.toReversed()) as JsonObject;
}
