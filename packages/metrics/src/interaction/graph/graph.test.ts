import { runFolds } from '@quorum/events';
import { arbitraryLog } from '@quorum/events/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Story, type StoryLog } from '../../testing/story.js';
import { agentView } from './agent-view.js';
import { criticalPath } from './critical-path.js';
import type { InteractionGraph } from './graph.js';
import { createGraph } from './graph-state.js';
import { interactionGraph } from './interaction-graph.js';
import { lineageOf } from './lineage.js';
import { stepGraph } from './step-graph.js';

function stateOf({ header, events }: StoryLog) {
  const state = createGraph(header);
  for (const event of events) stepGraph(state, event);
  return state;
}

const graphOf = ({ header, events }: StoryLog) =>
  runFolds([interactionGraph], header, events)['interaction-graph'] as InteractionGraph;

const labelsOf = (graph: InteractionGraph, from: number) =>
  graph.edges
    .filter((edge) => edge.from === from && edge.label !== 'generate')
    .map(({ seat, label }) => [seat, label]);

it('labels what becomes of a message at each recipient', () => {
  const story = new Story(5);
  const message = story.say(story.think(0), { to: [1, 2, 3], lost: [2] });
  story.think(1, { shown: [message] });
  story.think(3);
  story.think(3, { shown: [message] });
  story.deliver(message, 4, [message + 1]);
  story.think(4, { shown: [message] });
  expect(labelsOf(graphOf(story), message)).toEqual([
    [2, 'discard'],
    [1, 'consume'],
    [3, 'delay'],
    [3, 'consume'],
    [4, 'reroute'],
  ]);
});

it('counts reachable work: until enough have been shown it, or its task is over', () => {
  const story = new Story(3);
  story.open('a', 2);
  const first = story.say(story.think(0), { task: 'a' });
  const reachable = (): number => stateOf(story).openRequests;
  expect(reachable()).toBe(1);
  story.think(1, { shown: [first] });
  expect(reachable()).toBe(1);
  story.think(2, { shown: [first] });
  expect(reachable()).toBe(0);
  story.say(story.think(0), { task: 'a' });
  expect(reachable()).toBe(1);
  story.close('a');
  expect(reachable()).toBe(0);
});

it('counts hops of a request, until somebody takes the task up', () => {
  const story = new Story(3);
  story.open('a', 2);
  const first = story.say(story.think(0), { to: [1], task: 'a' });
  const end = story.think(1, { shown: [first] });
  const passed = story.say(end, { to: [2], task: 'a' });
  story.plan(end, 'a');
  const help = story.say(story.think(1), { to: [2], task: 'a' });
  const { events } = stateOf(story);
  expect([first, passed, help].map((seq) => events.get(seq)?.hops)).toEqual([0, 1, 0]);
  expect(events.get(passed)?.passesOn?.id).toBe(first);
});

it('sees who acts on what, without time', () => {
  const story = new Story(2);
  story.open('a');
  const request = story.say(story.think(0), { task: 'a' });
  story.plan(story.think(1, { shown: [request] }), 'a');
  story.say(story.think(0), { kind: 'inform', work: false });
  const { nodes, edges } = agentView(graphOf(story));
  expect(nodes.map(({ id, activations }) => [id, activations])).toEqual([
    ['seat-0', 2],
    ['seat-1', 1],
    ['world', 0],
    ['system', 0],
  ]);
  expect(edges.map(({ from, to, label, count }) => [from, to, label, count])).toEqual([
    ['seat-0', 'seat-1', 'consume', 1],
    ['world', 'seat-1', 'consume', 1],
    ['seat-0', 'seat-1', 'delay', 1],
  ]);
});

it('follows messages and turns back, and own plans where it is told to', () => {
  const story = new Story(2);
  const first = story.begin(0);
  story.plan(story.end(first), null);
  const woken = story.begin(0, { inputs: [story.endPlan(0)] });
  const request = story.say(story.end(woken));
  const last = story.begin(1, { shown: [request] });
  const lineage = (plans: boolean) => [...lineageOf(stateOf(story), [last], { plans, implicit: false })];
  expect(lineage(false)).toEqual([last, woken]);
  expect(lineage(true)).toEqual([last, woken, first]);
});

it('finds the critical path through thoughts, words and plans', () => {
  const story = new Story(3);
  story.open('a');
  const slow = story.think(0, { seconds: 4 });
  const request = story.say(slow, { to: [1], task: 'a' });
  story.think(2, { seconds: 1 });
  const next = story.begin(1, { shown: [request] });
  const plan = story.plan(story.end(next), 'a');
  story.wait(3);
  story.endPlan(1);
  const { micros, workMicros, path } = criticalPath(stateOf(story));
  expect([micros, workMicros]).toEqual([7_000_000, 8_000_000]);
  expect(path).toEqual([1, next, plan]);
});

it('is bipartite, with edges between nodes that exist, and never heavier than its work', () => {
  fc.assert(
    fc.property(arbitraryLog(), (log) => {
      const { nodes, edges } = graphOf(log);
      const isActivation = new Map(nodes.map(({ id, kind }) => [id, kind === 'activation']));
      expect(isActivation.size).toBe(nodes.length);
      for (const { from, to, label } of edges) {
        expect(isActivation.get(from)).toBe(label === 'generate');
        if (to !== null) expect(isActivation.get(to)).toBe(label !== 'generate');
      }
      const { micros, workMicros } = criticalPath(stateOf(log));
      expect(micros).toBeLessThanOrEqual(workMicros);
    }),
    { numRuns: 60 },
  );
});
