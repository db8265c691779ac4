import { effect } from '@preact/signals';
import { endTime, following, playing, speed, time } from './state.js';

/** Longest step between two pictures, seconds: a tab that was hidden does not jump. */
const LONGEST_STEP = 0.25;
const LAG_MICROS = 1.2e6;
/** Further behind than this the page jumps. */
const FAR_MICROS = 8e6;

/** Moves the moment shown while it plays, once for each picture of the screen. */
export function runPlayback(): () => void {
  let frame = 0;
  let last: number | null = null;
  const advance = (now: number): void => {
    const seconds = last === null ? 0 : Math.min(LONGEST_STEP, (now - last) / 1000);
    last = now;
    if (following.peek()) {
      time.value = follow(time.peek(), endTime.peek(), seconds);
    } else {
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

/**
 * The moment to show of an episode that is being played. Its files grow by a second of body time at once: the page stays
 * that much behind, so that motion is smooth, and catches up where it has fallen back further.
 */
function follow(now: number, end: number, seconds: number): number {
  const behind = end - LAG_MICROS - now;
  if (behind <= 0) return now;
  return behind > FAR_MICROS
    ? end - LAG_MICROS
    : now + Math.min(behind, seconds * 1e6 * (1 + behind / LAG_MICROS));
}

/** Shows another moment. */
export function seek(micros: number): void {
  following.value = false;
  time.value = Math.min(Math.max(0, micros), endTime.peek());
}
