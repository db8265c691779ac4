import type { GraphEdge } from '@quorum/metrics';
import type { InteractionWindow, WindowNode } from '../../model/interaction-window.js';

export interface PlacedNode extends WindowNode {
  readonly x: number;
  readonly y: number;
}

/** An edge as it is drawn. */
export interface PlacedEdge {
  readonly edge: GraphEdge;
  /** Path of an SVG. */
  readonly path: string;
  /** Where it ends. */
  readonly end: { readonly x: number; readonly y: number };
}

export interface InteractionLayout {
  readonly height: number;
  /** Of a column, pixels. */
  readonly columnWidth: number;
  /** Middle of the column of a seat; of null, that of the world and of observers. */
  readonly columnOf: (seat: number | null) => number;
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

const LABEL_WIDTH = 38;
const HEAD = 30;
const ROW = 21;
/** From the middle of a node to where edges begin and end. */
const REACH = 8;

/** Time runs down, a row for each node; a column for each seat, and one for the world at the left. */
export function interactionLayout(
  { nodes, edges }: Pick<InteractionWindow, 'nodes' | 'edges'>,
  seats: number,
  width: number,
): InteractionLayout {
  const columnWidth = (width - LABEL_WIDTH) / (seats + 1);
  const columnOf = (seat: number | null): number => LABEL_WIDTH + ((seat ?? -1) + 1.5) * columnWidth;
  const placed = nodes.map((each) => ({ ...each, x: columnOf(each.seat), y: HEAD + (each.row + 0.5) * ROW }));
  const byId = new Map(placed.map((each) => [each.node.id, each]));
  return {
    height: HEAD + nodes.length * ROW + 6,
    columnWidth,
    columnOf,
    nodes: placed,
    edges: edges.flatMap((edge): PlacedEdge[] => {
      const from = byId.get(edge.from);
      const to = edge.to === null ? undefined : byId.get(edge.to);
      if (from === undefined) return [];
      // What reached no activation ends in the column of who should have been shown it.
      const end = to ?? { x: columnOf(edge.seat), y: from.y + 0.9 * ROW };
      return [{ edge, path: curve(from, end), end: { x: end.x, y: end.y } }];
    }),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Leaves and arrives upright, and swings out to the right where both lie in one column. */
function curve(from: Point, to: Point): string {
  const [top, bottom] = from.y <= to.y ? [REACH, -REACH] : [-REACH, REACH];
  const half = (to.y - from.y) / 2;
  const swing = from.x === to.x && Math.abs(half) > ROW / 2 ? 18 : 0;
  const points = [
    [from.x, from.y + top],
    [from.x + swing, from.y + half],
    [to.x + swing, to.y - half],
    [to.x, to.y + bottom],
  ].map(([x = 0, y = 0]) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return `M ${points[0]} C ${points.slice(1).join(' ')}`;
}
