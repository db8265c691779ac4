import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { ModelQuery, ModelTool } from '../contract/model.js';
import { askStructured } from './ask-structured.js';

const schema = z.strictObject({ action: z.enum(['push', 'wait']), block: z.string().nullable() });
const good = '{"action":"push","block":"b1"}';
const value = { action: 'push', block: 'b1' };

/** A model that gives these answers in turn, and what it was asked. */
function model(...answers: string[]) {
  const asked: ModelQuery[] = [];
  const tool: ModelTool = {
    async ask(query) {
      asked.push(query);
      return { text: answers[asked.length - 1] ?? '' };
    },
  };
  return { tool, asked };
}

const ask = (tool: ModelTool) =>
  askStructured(tool, { messages: [{ role: 'user', parts: ['What now?'] }], schema, name: 'decision' });

it.each([
  ['plain', good],
  ['in a code fence', `Here you are:\n\`\`\`json\n${good}\n\`\`\`\nGood luck!`],
  ['between words', `I push {b1}, so: ${good} That is all.`],
  ['after an example of another form', `Not {"action":"fly"} but ${good}`],
  ['after hidden thinking', `<think>perhaps {"action":"wait","block":null}</think>${good}`],
  ['with braces in strings', `{"action":"push","block":"b1"} and "}{"`],
])('takes an answer %s', async (_, text) => {
  const { tool, asked } = model(text);
  expect(await ask(tool)).toEqual({ value });
  expect(asked).toHaveLength(1);
});

it('asks with the JSON Schema of the answer', async () => {
  const { tool, asked } = model(good);
  await ask(tool);
  expect(asked[0]?.schema).toEqual({
    name: 'decision',
    schema: {
      type: 'object',
      properties: {
        action: { type: 'string', enum: ['push', 'wait'] },
        block: { type: ['string', 'null'] },
      },
      required: ['action', 'block'],
      additionalProperties: false,
    },
  });
});

it('has an invalid answer repaired once, with its fault and what is asked for', async () => {
  const { tool, asked } = model('{"action":"fly","block":"b1"}', good);
  expect(await ask(tool)).toEqual({ value });
  const [question, answer, fault] = asked[1]?.messages ?? [];
  expect(question).toEqual({ role: 'user', parts: ['What now?'] });
  expect(answer).toEqual({ role: 'assistant', parts: ['{"action":"fly","block":"b1"}'] });
  expect(fault?.role).toBe('user');
  expect(fault?.parts[0]).toContain('`action`: Invalid option');
  expect(fault?.parts[0]).toContain('"enum":["push","wait"]');
});

it.each([
  ['prose', 'I would push.', 'it is not JSON'],
  ['nothing', '', 'it is empty'],
  ['white space', ' \n', 'it is empty'],
  ['another schema', '{"plan":[]}', '`action`: Invalid option'],
  ['an unknown field', '{"action":"push","block":null,"why":"x"}', 'Unrecognized key: "why"'],
  ['an array', '[1]', 'expected object'],
  ['half an object', '{"action":"push","blo', 'it is not JSON'],
])('gives up on %s after one repair', async (_, text, problem) => {
  const { tool, asked } = model(text, text, good);
  const result = await ask(tool);
  expect(result).toEqual({ problem: expect.stringContaining(problem) as string });
  expect(asked).toHaveLength(2);
});

it('never shows a model nothing as its own answer: providers refuse empty turns', async () => {
  const { tool, asked } = model('', good);
  await ask(tool);
  expect(asked[1]?.messages[1]?.parts).toEqual(['(nothing)']);
});

it.each([
  ['letters', 'x'.repeat(1_000_000)],
  ['braces', '{'.repeat(1_000_000)],
  ['brackets', '['.repeat(1_000_000)],
  ['fences', '```\n'.repeat(250_000)],
  ['thinking', '<think>'.repeat(150_000)],
  ['a huge key', `{"${'k'.repeat(1_000_000)}":1}`],
])('survives a megabyte of %s and repeats little of it', async (_, text) => {
  const { tool, asked } = model(text, text);
  const result = await ask(tool);
  expect('problem' in result && result.problem.length).toBeLessThan(500);
  expect(JSON.stringify(asked[1]?.messages).length).toBeLessThan(8000);
});

it('never throws, whatever the model says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...'{}[]"\\`:,a\n') })),
      async (text) => {
        const result = await ask(model(text, text).tool);
        expect('value' in result || result.problem !== '').toBe(true);
      },
    ),
  );
});

it('lets failures of the provider pass', async () => {
  const failure = new Error('provider down');
  await expect(ask({ ask: () => Promise.reject(failure) })).rejects.toBe(failure);
});
