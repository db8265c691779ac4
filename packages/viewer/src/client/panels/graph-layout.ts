import type { AgentEdge, AgentNode, AgentView } from '@quorum/metrics';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A link as it is drawn. */
export interface DrawnEdge {
  readonly edge: AgentEdge;
  /** Path of an SVG. */
  readonly path: string;
  /** Pixels. */
  readonly width: number;
}

export interface GraphLayout {
  readonly nodes: readonly (Place & { readonly id: AgentNode['id'] })[];
  readonly edges: readonly DrawnEdge[];
}

/** Radius of a node, pixels. */
export const NODE_RADIUS = 15;
const MARGIN = 42;
const WIDEST = 7;

/** Nodes on a circle, agents first; links bent to the left of their way, so that there and back lie apart. */
export function graphLayout({ nodes, edges }: AgentView, size: number): GraphLayout {
  // The world and observers are shown where they take part.
  const shown = nodes.filter(
    ({ id }) => id.startsWith('seat') || edges.some(({ from, to }) => from === id || to === id),
  );
  const places = shown.map(({ id }, i) => {
    const angle = (2 * Math.PI * i) / shown.length - Math.PI / 2;
    const radius = size / 2 - MARGIN;
    return { id, x: size / 2 + radius * Math.cos(angle), y: size / 2 + radius * Math.sin(angle) };
  });
  const most = Math.max(1, ...edges.map(({ count }) => count));
  const between = new Map<string, number>();
  const drawn = edges.flatMap((edge): DrawnEdge[] => {
    const from = places.find(({ id }) => id === edge.from);
    const to = places.find(({ id }) => id === edge.to);
    if (from === undefined || to === undefined) return [];
    const ends = `${edge.from} ${edge.to}`;
    const order = between.get(ends) ?? 0;
    between.set(ends, order + 1);
    const path = from === to ? loop(from, order, size) : bend(from, to, order);
    return [{ edge, path, width: 1 + ((WIDEST - 1) * edge.count) / most }];
  });
  return { nodes: places, edges: drawn };
}

/** A way bent to the left, that of another `order` further; it ends where an arrow's tip touches the node. */
export function bend(from: Place, to: Place, order: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = [dx / length, dy / length];
  const side = 14 + 16 * order;
  const middle = { x: from.x + dx / 2 + uy * side, y: from.y + dy / 2 - ux * side };
  const end = { x: to.x - ux * (NODE_RADIUS + 6) + uy * 5, y: to.y - uy * (NODE_RADIUS + 6) - ux * 5 };
  return `M ${point(from)} Q ${point(middle)} ${point(end)}`;
}

/** A link to itself: a loop outwards, where no other links are. */
function loop({ x, y }: Place, order: number, size: number): string {
  const [dx, dy] = [x - size / 2, y - size / 2];
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const reach = 44 + 8 * order;
  const wide = 18 + 6 * order;
  const one = { x: x + ux * reach - uy * wide, y: y + uy * reach + ux * wide };
  const other = { x: x + ux * reach + uy * wide, y: y + uy * reach - ux * wide };
  const end = { x: x + ux * (NODE_RADIUS + 4) + uy * 7, y: y + uy * (NODE_RADIUS + 4) - ux * 7 };
  return `M ${point({ x, y })} C ${point(one)} ${point(other)} ${point(end)}`;
}

function point({ x, y }: Place): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
