import type { Addressing } from '../../protocol/protocol.js';

/** Where a seat is drawn. */
export interface SeatPlace {
  readonly seat: number;
  readonly x: number;
  readonly y: number;
}

const MARGIN = 40;

/** Hierarchies from the top down, everything else on a circle in seat order, clockwise from the top. */
export function structureLayout(seats: number, parents: Addressing['parents'], size: number): SeatPlace[] {
  const all = Array.from({ length: seats }, (_, seat) => seat);
  if (parents !== null) {
    const depths = all.map((seat) => depthOf(seat, parents));
    const deepest = Math.max(1, ...depths);
    return all.map((seat) => {
      const row = all.filter((other) => depths[other] === depths[seat]);
      return {
        seat,
        x: MARGIN + ((row.indexOf(seat) + 0.5) / row.length) * (size - 2 * MARGIN),
        y: MARGIN + ((depths[seat] ?? 0) / deepest) * (size - 2 * MARGIN),
      };
    });
  }
  const radius = size / 2 - MARGIN;
  return all.map((seat) => {
    const angle = (2 * Math.PI * seat) / seats - Math.PI / 2;
    return { seat, x: size / 2 + radius * Math.cos(angle), y: size / 2 + radius * Math.sin(angle) };
  });
}

/** Steps to the top; a chain of superiors is no longer than the team. */
function depthOf(seat: number, parents: readonly (number | null)[]): number {
  let depth = 0;
  for (let at = parents[seat] ?? null; at !== null && depth < parents.length; at = parents[at] ?? null)
    depth += 1;
  return depth;
}
