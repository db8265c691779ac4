import { runFolds } from '@quorum/events';
import { expect, it } from 'vitest';
import type { InteractionGraph } from '../interaction/graph/graph.js';
import { interactionGraph } from '../interaction/graph/interaction-graph.js';
import { Story } from '../testing/story.js';
import { toGraphology } from './index.js';

const graphOf = ({ header, events }: Story) =>
  runFolds([interactionGraph], header, events)['interaction-graph'] as InteractionGraph;

/** Agent 0 asks 1, whose reply is lost, and who then plans. */
function story(): Story {
  const log = new Story(2);
  log.open('box');
  const request = log.say(log.think(0), { task: 'box' });
  const reply = log.think(1, { shown: [request], purpose: 'reply' });
  log.say(reply, { kind: 'accept', task: 'box', work: false, lost: [0] });
  log.plan(log.think(1, { inputs: [reply] }), 'box');
  return log;
}

it('keeps nodes, labels and attributes, and adds the turns', () => {
  const json = graphOf(story());
  const graph = toGraphology(json);
  expect(graph.order).toBe(json.nodes.length);
  expect(graph.getNodeAttributes(json.nodes[0]?.id ?? -1)).toMatchObject(json.nodes[0] ?? {});
  const labels = graph.mapEdges((_edge, { label }) => label).sort();
  expect(labels).toEqual(['consume', 'consume', 'generate', 'generate', 'generate', 'turn']);
});

it('names those whom an event never reached', () => {
  const graph = toGraphology(graphOf(story()));
  const unreached = graph.filterNodes((_node, attributes) => {
    return attributes.kind === 'message' && attributes.unreached.length > 0;
  });
  expect(unreached.map((node) => graph.getNodeAttribute(node, 'speech' as never))).toEqual(['accept']);
});

it('leads back from a plan to the first word', () => {
  const graph = toGraphology(graphOf(story()));
  const [plan] = graph.filterNodes((_node, { kind }) => kind === 'plan');
  const behind = new Set<string>();
  const open = [plan ?? ''];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (behind.has(node)) continue;
    behind.add(node);
    open.push(...graph.inNeighbors(node));
  }
  const seats = [...behind]
    .map((node) => graph.getNodeAttributes(node))
    .filter(({ kind }) => kind === 'activation');
  expect(seats.map((attributes) => ('seat' in attributes ? attributes.seat : null)).sort()).toEqual([
    0, 1, 1,
  ]);
});
