import { selection } from '../data/state.js';
import { followed } from './layers.js';

/** Starts to keep a seat in the middle of its world, or stops it. */
export function toggleFollow(seat: number): void {
  followed.value = followed.peek() === seat ? null : seat;
}

/** The same for the seat that is selected; stops where none is. */
export function toggleFollowSelected(): void {
  const chosen = selection.peek();
  if (chosen?.kind === 'seat') toggleFollow(chosen.seat);
  else followed.value = null;
}
