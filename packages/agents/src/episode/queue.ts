import type { QueueEntry } from './episode-state.js';

/** Puts an entry into its place: by time, then seat, then age. */
export function enqueue(queue: QueueEntry[], entry: QueueEntry): void {
  const place = queue.findIndex((other) => comesBefore(entry, other));
  queue.splice(place === -1 ? queue.length : place, 0, entry);
}

/** Takes out all entries due at `now`, in order. */
export function takeDue(queue: QueueEntry[], now: number): QueueEntry[] {
  const later = queue.findIndex((entry) => entry.time > now);
  return queue.splice(0, later === -1 ? queue.length : later);
}

function comesBefore(a: QueueEntry, b: QueueEntry): boolean {
  return a.time !== b.time ? a.time < b.time : a.seat < b.seat;
}
