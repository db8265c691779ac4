import { effect } from '@preact/signals';
import { endTime, following, playing, speed, time } from './state.js';

/** Longest step between two pictures, seconds: a tab that was hidden does not jump. */
const LONGEST_STEP = 0.25;

/** Moves the moment shown while it plays, once for each picture of the screen. */
export function runPlayback(): () => void {
  let frame = 0;
  let last: number | null = null;
  const advance = (now: number): void => {
    const seconds = last === null ? 0 : Math.min(LONGEST_STEP, (now - last) / 1000);
    last = now;
    if (following.peek()) time.value = endTime.peek();
    else {
      const next = time.peek() + seconds * speed.peek() * 1e6;
      time.value = Math.min(next, endTime.peek());
      if (next >= endTime.peek()) playing.value = false;
    }
    if (playing.peek() || following.peek()) frame = requestAnimationFrame(advance);
  };
  return effect(() => {
    cancelAnimationFrame(frame);
    last = null;
    if (playing.value || following.value) frame = requestAnimationFrame(advance);
  });
}

/** Shows another moment. */
export function seek(micros: number): void {
  following.value = false;
  time.value = Math.min(Math.max(0, micros), endTime.peek());
}
