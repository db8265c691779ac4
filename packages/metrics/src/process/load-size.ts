import type { Json } from '@quorum/events';

const encoder = new TextEncoder();

/** Length in UTF-8 of a text, or of another content as JSON. */
export function byteLength(content: Json): number {
  return encoder.encode(typeof content === 'string' ? content : JSON.stringify(content)).length;
}
