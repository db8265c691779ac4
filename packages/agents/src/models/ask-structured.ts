import type { JsonObject } from '@quorum/events';
import { z } from 'zod';
import type { ModelMessage, ModelTool } from '../contract/model.js';
import { findJson } from './find-json.js';
import { shorten } from './shorten.js';

/** How much of a bad answer the model is shown again, and how much of its fault is told, letters. */
const SHOWN_ANSWER = 4000;
const SHOWN_PROBLEM = 400;

/** What to ask for. */
export interface StructuredQuery<T> {
  readonly messages: readonly ModelMessage[];
  /** What an answer has to be. Strict: unknown fields are faults. */
  readonly schema: z.ZodType<T>;
  /** Name of the answer for providers that want one: letters, digits, `_` and `-`. */
  readonly name: string;
}

/** A valid answer, or what was wrong with the second try. */
export type Structured<T> = { readonly value: T } | { readonly problem: string };

/**
 * Asks a model for JSON that meets a schema. The answer may stand in a code fence or between words; its content is
 * checked strictly. An invalid answer gets exactly one repair: the conversation again, with the answer and its fault.
 * Both calls are charged. Whatever the model says, this never throws; failures of the provider pass through.
 *
 * @throws ModelFailure as `ModelTool.ask` does
 */
export async function askStructured<T>(model: ModelTool, query: StructuredQuery<T>): Promise<Structured<T>> {
  const { messages, name } = query;
  const schema = answerSchema(query.schema);
  const first = await model.ask({ messages, schema: { name, schema } });
  const read = readAnswer(first.text, query.schema);
  if ('value' in read) return read;

  const shown = first.text.trim() === '' ? '(nothing)' : shorten(first.text, SHOWN_ANSWER);
  const repair: ModelMessage[] = [
    ...messages,
    { role: 'assistant', parts: [shown] },
    { role: 'user', parts: [repairText(read.problem, schema)] },
  ];
  const second = await model.ask({ messages: repair, schema: { name, schema } });
  return readAnswer(second.text, query.schema);
}

/** Version of the words of a repair; raised whenever they change. */
export const REPAIR_VERSION = '1';

function repairText(problem: string, schema: JsonObject): string {
  return [
    `That answer cannot be used: ${problem}.`,
    'Answer again with one JSON object and nothing else. It has to meet this JSON Schema:',
    JSON.stringify(schema),
  ].join('\n');
}

function readAnswer<T>(text: string, schema: z.ZodType<T>): Structured<T> {
  if (text.trim() === '') return { problem: 'it is empty' };
  let problem: string | undefined;
  for (const candidate of findJson(text)) {
    const result = schema.safeParse(candidate);
    if (result.success) return { value: result.data };
    problem ??= describe(result.error);
  }
  return { problem: problem ?? 'it is not JSON' };
}

function describe(error: z.ZodError): string {
  const faults = error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `\`${path.map(String).join('.')}\`: ${message}`,
  );
  return shorten(faults.join('; ').replace(/\s+/g, ' '), SHOWN_PROBLEM);
}

const schemas = new WeakMap<z.ZodType, JsonObject>();

/** The JSON Schema of an answer, without the parts that providers refuse. */
function answerSchema(schema: z.ZodType): JsonObject {
  let known = schemas.get(schema);
  if (known === undefined) {
    const generated = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
    delete generated.$schema;
    known = generated as JsonObject;
    schemas.set(schema, known);
  }
  return known;
}
