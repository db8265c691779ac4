import { expect, it } from 'vitest';
import { codeAnswer } from './code-answer.js';

const plan = { task: 'b1/left', actions: [{ type: 'moveToFace', block: 'b1' }, { type: 'push' }] };

it('codes plans by task and action types, interrupts by their outcome, talk by kind and task', () => {
  expect(codeAnswer({ thought: 'one', ...plan })).toBe('plan b1/left: moveToFace push');
  expect(codeAnswer({ thought: 'other', task: null, actions: [{ type: 'idle' }] })).toBe('plan none: idle');
  expect(codeAnswer({ thought: '', decision: 'resume', plan: null })).toBe('resume');
  expect(codeAnswer({ thought: '', decision: 'replan', plan })).toBe('plan b1/left: moveToFace push');
  expect(codeAnswer({ thought: '', messages: [] })).toBe('say nothing');
  expect(
    codeAnswer({
      thought: '',
      messages: [
        { to: 'all', text: 'any words', kind: 'commit', task: 'b1/left' },
        { to: [1], text: 'others' },
      ],
    }),
  ).toBe('say commit b1/left, text none');
});
