import { computed } from '@preact/signals';
import { firstDifference, type DifferenceSide } from '../../model/first-difference.js';
import { seek } from './playback.js';
import { focus, loaded, playing, selection } from './state.js';

/** Where the two episodes shown part; null where one is shown, or they have not parted yet. */
export const difference = computed<readonly [DifferenceSide, DifferenceSide] | null>(() => {
  const [one = null, other = null] = loaded.value.map(({ model }) => model);
  return one === null || other === null ? null : firstDifference(one, other);
});

/** Goes to the moment before which both did the same, and selects what the episode in focus does then. */
export function jumpToDifference(): void {
  const sides = difference.peek();
  if (sides === null) return;
  playing.value = false;
  seek(Math.min(...sides.map(({ time }) => time)));
  selection.value = { kind: 'event', seq: (sides[focus.peek()] ?? sides[0]).seq };
}
