import { breaksOf } from '../../model/breaks.js';
import { jumpToDifference } from './difference.js';
import { seek } from './playback.js';
import { toggleFollowSelected } from '../world/follow-agent.js';
import { focused, following, loaded, playing, selection, speed, time } from './state.js';

/** Microseconds that an arrow key moves. */
const STEP = 1e6;
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** Keys of the page: space, arrows, + and −, n and p, d, f. Returns how to stop listening. */
export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      target instanceof HTMLElement &&
      /^(INPUT|SELECT|TEXTAREA|BUTTON|A|SUMMARY|PRE)$/.test(target.tagName)
    ) {
      if (event.key === ' ' || event.key.startsWith('Arrow')) return;
    }
    if (press(event.key)) event.preventDefault();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

function press(key: string): boolean {
  if (loaded.peek().length === 0) return false;
  switch (key) {
    case ' ':
      following.value = false;
      playing.value = !playing.peek();
      return true;
    case 'ArrowRight':
      seek(time.peek() + STEP);
      return true;
    case 'ArrowLeft':
      seek(time.peek() - STEP);
      return true;
    case '+':
      changeSpeed(1);
      return true;
    case '-':
    case '−':
      changeSpeed(-1);
      return true;
    case 'n':
      jumpToBreak(1);
      return true;
    case 'p':
      jumpToBreak(-1);
      return true;
    case 'd':
      jumpToDifference();
      return true;
    case 'f':
      toggleFollowSelected();
      return true;
    default:
      return false;
  }
}

function changeSpeed(by: 1 | -1): void {
  const index = SPEEDS.findIndex((each) => each === speed.peek());
  speed.value = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, index + by))] ?? 1;
}

/** Goes to the next or the previous break of the episode in focus, and selects it. */
export function jumpToBreak(direction: 1 | -1): void {
  const model = focused.peek()?.model;
  if (model === null || model === undefined) return;
  const breaks = breaksOf(model);
  const now = time.peek();
  const next =
    direction === 1
      ? breaks.find((each) => each.time > now + 1)
      : breaks.findLast((each) => each.time < now - 1);
  if (next === undefined) return;
  playing.value = false;
  seek(next.time);
  selection.value = { kind: 'event', seq: next.seq };
}
