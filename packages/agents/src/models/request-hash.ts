import { createHash } from 'node:crypto';
import type { JsonObject } from '@quorum/events';
import type { ModelRequest } from '../contract/model.js';
import { canonicalJson } from './canonical-json.js';

/** Schemas and options are long-lived and long: each is written out once. */
const written = new WeakMap<JsonObject, string>();

/**
 * Names a request by what is asked: SHA-256 (hexadecimal) of the canonical JSON of model, options, messages and schema.
 * The seed is no part of it, so that after a fork the same question finds the same answer.
 */
export function requestHash({ model, options, messages, schema }: Omit<ModelRequest, 'seed'>): string {
  const said = messages.map(({ role, parts }) => ({ parts, role }));
  const form =
    schema === null ? 'null' : `{"name":${JSON.stringify(schema.name)},"schema":${write(schema.schema)}}`;
  return createHash('sha256')
    .update(
      `{"messages":${JSON.stringify(said)},"model":${JSON.stringify(model)},"options":${write(options)},"schema":${form}}`,
    )
    .digest('hex');
}

function write(value: JsonObject): string {
  let text = written.get(value);
  if (text === undefined) {
    text = canonicalJson(value);
    written.set(value, text);
  }
  return text;
}
