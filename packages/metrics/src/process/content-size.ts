import type { Json, JsonObject } from '@quorum/events';

const encoder = new TextEncoder();
/** Written to and never read: a new one for every text would be most of the work. */
let scratch = new Uint8Array(4096);

/** Length of a text in UTF-8. */
export function byteLength(text: string): number {
  // A unit of UTF-16 takes at most three bytes.
  if (scratch.length < 3 * text.length) scratch = new Uint8Array(6 * text.length);
  return encoder.encodeInto(text, scratch).written;
}

/** Numbers, texts, truth values and nulls in a content: its size where writing it out would cost too much. */
export function valueCount(content: Json): number {
  if (content === null || typeof content !== 'object') return 1;
  return isList(content) ? countInList(content) : countInObject(content);
}

// Each kind has a loop of its own, since `Object.values` would copy; most of what is within is no object.

function countInList(list: readonly Json[]): number {
  let count = 0;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    count += typeof item === 'object' ? valueCount(item) : 1;
  }
  return count;
}

function countInObject(object: JsonObject): number {
  let count = 0;
  for (const key in object) {
    const item = object[key];
    count += typeof item === 'object' ? valueCount(item) : 1;
  }
  return count;
}

function isList(content: JsonObject | readonly Json[]): content is readonly Json[] {
  return Array.isArray(content);
}
