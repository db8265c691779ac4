import { expect, it } from 'vitest';
import { tinyModel } from '../testing/tiny-model.js';
import { whoWithWhom } from './who-with-whom.js';

it('shows who acted on whom by a moment', () => {
  const model = tinyModel([
    { type: 'activation.started', tick: 0, seat: 0, purpose: 'speak' },
    {
      type: 'message.sent',
      ...{ tick: 0, seat: 0, to: [1], kind: 'request', text: 'help', task: null, claims: [] },
      ...{ work: true, tokens: 1, inputs: [0] },
    },
    { type: 'activation.ended', tick: 0, seat: 0, outcome: 'decided', chargeMicros: 0, inputs: [0] },
    { type: 'message.delivered', tick: 60, seat: 1, from: 0, copy: 1, inputs: [1] },
    { type: 'activation.started', tick: 120, seat: 1, purpose: 'plan' },
    { type: 'observation.shown', tick: 120, seat: 1, parts: {}, inputs: [4, 3] },
    { type: 'activation.ended', tick: 120, seat: 1, outcome: 'decided', chargeMicros: 0, inputs: [4, 5] },
  ]);
  expect(whoWithWhom(model, 1.9e6).edges).toEqual([]);
  expect(whoWithWhom(model, 2e6).edges).toEqual([
    { from: 'seat-0', to: 'seat-1', label: 'consume', count: 1, implicit: 0, events: [1] },
  ]);
  expect(whoWithWhom(model, 1.9e6).nodes.map(({ activations }) => activations)).toEqual([1, 0, 0, 0]);
});
