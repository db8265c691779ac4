import { expect, it } from 'vitest';
import type { GraphEdge, GraphNode } from '@quorum/metrics';
import { interactionLayout } from './interaction-layout.js';

const node = (id: number, row: number, seat: number | null) => ({
  node: { kind: 'plan', id } as unknown as GraphNode,
  ...{ row, seat },
});
const edge = (from: number, to: number | null, seat: number): GraphEdge => ({
  ...{ from, to, label: 'consume', seat, seq: 9, implicit: false },
});

it('gives each node a row of its own and each seat a column, the world that at the left', () => {
  const { nodes, columnOf, height } = interactionLayout(
    { nodes: [node(1, 0, 0), node(2, 1, 1), node(3, 2, null)], edges: [] },
    2,
    338,
  );
  expect([columnOf(null), columnOf(0), columnOf(1)]).toEqual([88, 188, 288]);
  expect(nodes.map(({ x }) => x)).toEqual([188, 288, 88]);
  expect(new Set(nodes.map(({ y }) => y)).size).toBe(3);
  for (const { y } of nodes) expect(y).toBeLessThan(height);
});

it('ends what reached nobody in the column of who should have been shown it', () => {
  const { edges } = interactionLayout(
    { nodes: [node(1, 0, 0), node(2, 1, 1)], edges: [edge(1, 2, 1), edge(1, null, 1), edge(7, 1, 0)] },
    2,
    338,
  );
  expect(edges.map(({ end }) => end.x)).toEqual([288, 288]);
  for (const { path } of edges) expect(path).toMatch(/^M [\d. ]+ C [\d. ]+$/);
});
