import { expect, it } from 'vitest';
import { tinyModel } from '../testing/tiny-model.js';
import { promptOf, promptSection } from './prompt-sections.js';

it('takes the title off a titled part only', () => {
  expect(promptSection('<memory>\n- one\n- two\n</memory>')).toEqual({
    name: 'memory',
    text: '- one\n- two',
  });
  for (const text of ['plain', '<memory> in a line', '<a>\nx\n</b>', 'before\n<a>\nx\n</a>']) {
    expect(promptSection(text)).toEqual({ name: null, text });
  }
  expect(promptSection({ x: 1 })).toEqual({ name: null, text: '{\n  "x": 1\n}' });
});

it('puts parts back in their places that the log stores once', () => {
  const model = tinyModel([
    { type: 'observation.content', tick: 0, hash: 'rules', content: '<rules>\nPush.\n</rules>' },
    {
      type: 'model.called',
      ...{ tick: 0, seat: 0, call: 1, request: '', outcome: 'answered', answer: null, usageMissing: false },
      ...{ inputTokens: 1, outputTokens: 1, reasoningTokens: 0 },
      prompt: [
        { role: 'system', part: 'rules' },
        { role: 'user', part: 'rules' },
        { role: 'user', part: 'unknown' },
      ],
    },
  ]);
  const [, call] = model.events;
  expect(call?.type === 'model.called' && promptOf(model, call)).toEqual([
    { role: 'system', name: 'rules', text: 'Push.' },
    { role: 'user', name: 'rules', text: 'Push.' },
    { role: 'user', name: null, text: 'not in the log' },
  ]);
});
