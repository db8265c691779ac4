import type { EpisodeHeader, QuorumEvent } from '@quorum/events';
import { expect, it } from 'vitest';
import { refusal } from '../testing/suite-text.js';
import { findDecision } from './logged-decision.js';

const header = { team: [{ agent: 'chat' }, { agent: 'greedy' }] } as unknown as EpisodeHeader;

const events = [
  { type: 'observation.content', hash: 'rules', content: 'the rules' },
  { type: 'observation.content', hash: 'news', content: 'the news' },
  { type: 'observation.content', hash: 'request', content: 'the request' },
  // Decision 1: asked, but nothing heard.
  { type: 'activation.started', seat: 0, inputs: [] },
  { type: 'observation.shown', seat: 0, inputs: [3] },
  { type: 'model.called', seat: 0, inputs: [3], request: 'first', prompt: [] },
  { type: 'message.sent', seat: 1, inputs: [] },
  { type: 'message.delivered', seat: 0, inputs: [6] },
  // Decision 2: heard, and asked.
  { type: 'activation.started', seat: 0, inputs: [7] },
  { type: 'observation.shown', seat: 0, inputs: [8, 7] },
  {
    type: 'model.called',
    seat: 0,
    inputs: [8],
    request: 'second',
    prompt: [
      { role: 'system', part: 'rules' },
      { role: 'user', part: 'news' },
      { role: 'user', part: 'request' },
    ],
  },
  // Decision 3: heard, but no model was asked.
  { type: 'activation.started', seat: 0, inputs: [7] },
  { type: 'observation.shown', seat: 0, inputs: [11, 7] },
].map((event, seq) => ({ tick: 5, ...event, seq })) as unknown as QuorumEvent[];

it('reads a decision back: its prompt, and the messages that were new', () => {
  expect(findDecision(header, events, { seat: 0, decision: 2 })).toEqual({
    seat: 0,
    decision: 2,
    activation: 8,
    tick: 5,
    heard: [6],
    calls: [
      {
        request: 'second',
        prompt: [
          { role: 'system', parts: ['the rules'] },
          { role: 'user', parts: ['the news', 'the request'] },
        ],
      },
    ],
  });
});

it.each([
  [2, 1, 'there is no seat 2'],
  [1, 1, 'seat 1 (greedy) asked no model'],
  [0, 1, 'no new message was shown for it'],
  [0, 3, 'no model was asked for it'],
  [0, 4, 'it decided 3 times only'],
])('refuses seat %i, decision %i: %s', (seat, decision, problem) => {
  const message = refusal(() => findDecision(header, events, { seat, decision }));
  expect(message).toMatch(/^USAGE /);
  expect(message).toContain(problem);
});

it('names the decisions that can be probed', () => {
  try {
    findDecision(header, events, { seat: 0, decision: 1 });
    expect.unreachable();
  } catch (error) {
    expect(error).toHaveProperty('fix', 'probe one of these decisions of it: 2.');
  }
});
