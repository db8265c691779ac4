import type { Purpose } from '@quorum/events';

/** Something that happened in a rehearsal, at a virtual time in microseconds. */
export type Move = { readonly time: number } & (
  | {
      readonly kind: 'activated';
      readonly seat: number;
      readonly purpose: Purpose;
      readonly to: readonly number[];
      readonly commands: readonly number[];
    }
  | {
      readonly kind: 'decided';
      readonly seat: number;
      readonly purpose: Purpose;
      readonly planned: boolean;
      readonly sentTo: readonly number[];
    }
  | { readonly kind: 'delivered'; readonly seat: number; readonly from: number }
  /** A seat has no plan; what it was thinking about at that moment is over. */
  | { readonly kind: 'unplanned'; readonly seat: number }
  | { readonly kind: 'woken'; readonly seat: number; readonly idle: boolean }
);

/** Activations and what was said, one text for each: `1s 0 speak → 1,2`. */
export function briefMoves(moves: readonly Move[]): string[] {
  return moves.flatMap((move) => {
    if (move.kind !== 'activated') return [];
    const { time, seat, purpose, to, commands } = move;
    const whom = to.length === 0 ? '' : ` → ${to.join()}`;
    const bodies = commands.length === 0 ? '' : ` for ${commands.join()}`;
    return [`${time / 1_000_000}s ${seat} ${purpose}${whom}${bodies}`];
  });
}

/** How many messages were sent; one to many counts once, as in EmCoop (arXiv 2603.00349). */
export function countMessages(moves: readonly Move[]): number {
  return moves.filter((move) => move.kind === 'decided' && move.sentTo.length > 0).length;
}
