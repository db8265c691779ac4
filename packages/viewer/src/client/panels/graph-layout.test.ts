import { expect, it } from 'vitest';
import type { AgentEdge, AgentView } from '@quorum/metrics';
import { graphLayout } from './graph-layout.js';

const node = (id: AgentView['nodes'][number]['id']) => ({ id, activations: 1, dangling: 0 });
const edge = (from: AgentEdge['from'], to: AgentEdge['to'], count: number): AgentEdge => ({
  ...{ from, to, label: 'consume', count, implicit: 0, events: [] },
});
const nodes = [node('seat-0'), node('seat-1'), node('world'), node('system')];

it('lays agents and who takes part on a circle, and draws links the wider the more they count', () => {
  const { nodes: places, edges } = graphLayout(
    { nodes, edges: [edge('seat-0', 'seat-1', 8), edge('seat-1', 'seat-0', 4), edge('world', 'world', 1)] },
    200,
  );
  expect(places.map(({ id }) => id)).toEqual(['seat-0', 'seat-1', 'world']);
  for (const { x, y } of places) expect((x - 100) ** 2 + (y - 100) ** 2).toBeCloseTo(58 ** 2);
  expect(edges.map(({ width }) => width)).toEqual([7, 4, 1.75]);
  expect(new Set(edges.map(({ path }) => path)).size).toBe(3);
  for (const { path } of edges) expect(path).not.toContain('NaN');
});

it('keeps links of several kinds between the same two apart, and lays a single agent alone', () => {
  const delay: AgentEdge = { ...edge('seat-0', 'seat-1', 1), label: 'delay' };
  const { edges } = graphLayout({ nodes, edges: [edge('seat-0', 'seat-1', 1), delay] }, 200);
  expect(edges[0]?.path).not.toBe(edges[1]?.path);
  expect(graphLayout({ nodes: [node('seat-0')], edges: [] }, 200).nodes).toHaveLength(1);
});
