import { expect, it } from 'vitest';
import { tinyModel, type TinyEvent } from '../testing/tiny-model.js';
import { interactionWindow } from './interaction-window.js';

const started = (tick: number, seat: number, inputs: number[] = []): TinyEvent => ({
  type: 'activation.started',
  ...{ tick, seat, purpose: 'speak', inputs },
});
const ended = (tick: number, seat: number, start: number): TinyEvent => ({
  type: 'activation.ended',
  ...{ tick, seat, outcome: 'decided', chargeMicros: 0, inputs: [start] },
});
const sent = (tick: number, seat: number, to: number[], end: number): TinyEvent => ({
  type: 'message.sent',
  ...{ tick, seat, to, kind: 'inform', text: 'x', task: null, claims: [], work: false, tokens: 1 },
  inputs: [end],
});

const talk: TinyEvent[] = [
  started(0, 0),
  ended(60, 0, 0),
  sent(60, 0, [1], 1),
  { type: 'message.lost', tick: 60, seat: 1, from: 0, reason: 'loss', inputs: [2] },
];

it('shows activations and events in order, with what links them', () => {
  const { nodes, edges, leadingOut } = interactionWindow(tinyModel(talk), 0);
  expect(nodes.map(({ node, row, seat }) => [node.kind, node.id, row, seat])).toEqual([
    ['activation', 0, 0, 0],
    ['message', 2, 1, 0],
  ]);
  expect(edges.map(({ from, to, label, seat }) => [from, to, label, seat])).toEqual([
    [0, 2, 'generate', 0],
    [2, null, 'discard', 1],
  ]);
  expect(leadingOut).toBe(0);
});

it('stays small in a long episode, and counts what leads out of it', () => {
  const many: TinyEvent[] = [];
  for (let i = 0; i < 100; i++) {
    const start = many.length;
    many.push(started(60 * i, 0), ended(60 * i, 0, start), sent(60 * i, 0, [1], start + 1));
  }
  const model = tinyModel(many);
  const middle = interactionWindow(model, 50e6);
  expect(middle.nodes).toHaveLength(26);
  expect(middle.nodes.filter(({ node }) => node.time <= 50e6)).toHaveLength(18);
  expect(interactionWindow(model, 0).nodes).toHaveLength(10);
  // Cut between an activation and its message.
  const ids = middle.nodes.map(({ node }) => node.id);
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
});
