import { zeroCounts } from '../counts.js';
import { STEPS, type Step } from './steps.js';

/** Windows of one kind and what happened in them. Whole numbers, so that they add up over episodes. */
export interface WindowCounts {
  readonly windows: number;
  /** Windows in which the step happened. */
  readonly followed: Readonly<Record<Step, number>>;
  /** Windows in which the steps up to this one happened in their order. */
  readonly inOrder: Readonly<Record<Step, number>>;
}

/** The window that a seat is in, or that it will be in next where `start` is still to come. */
interface Window {
  kind: 'message' | 'quiet';
  start: number;
  readonly seen: Set<Step>;
  /** How many steps have happened in their order. */
  inOrder: number;
  /** When the latest message reached the seat; without one, `start`. */
  heard: number;
}

interface Tally {
  windows: number;
  readonly followed: Record<Step, number>;
  readonly inOrder: Record<Step, number>;
}

/**
 * Virtual time of each seat, cut into windows after messages and windows without one, all equally long. What lies between
 * them, because a message is too recent for a quiet window, belongs to neither.
 */
export interface Windows {
  /** Microseconds. */
  readonly length: number;
  readonly bySeat: Window[];
  readonly message: Tally;
  readonly quiet: Tally;
}

/** Windows of `length` microseconds; those without a message begin with the log. */
export function createWindows(seats: number, length: number): Windows {
  return {
    length,
    bySeat: Array.from({ length: seats }, () => openWindow('quiet', 0)),
    message: emptyTally(),
    quiet: emptyTally(),
  };
}

/** A message reaches the seat: a window after it opens, unless the seat is in one already. */
export function hearMessage(windows: Windows, seat: number, time: number): void {
  const window = advance(windows, seat, time);
  // A quiet window that a message ends before its time is not counted.
  if (window?.kind === 'quiet') windows.bySeat[seat] = openWindow('message', time);
  else if (window !== undefined) window.heard = time;
}

/** The step happens to the seat. */
export function noteStep(windows: Windows, seat: number, time: number, step: Step): void {
  const window = advance(windows, seat, time);
  if (window === undefined || time < window.start) return;
  window.seen.add(step);
  if (STEPS[window.inOrder] === step) window.inOrder += 1;
}

/** Windows that are complete at `time`, by kind; changes nothing. */
export function countWindows(
  windows: Windows,
  time: number,
): { readonly message: WindowCounts; readonly quiet: WindowCounts } {
  const copy = copyOf(windows);
  for (const seat of copy.bySeat.keys()) advance(copy, seat, time);
  return { message: copy.message, quiet: copy.quiet };
}

/** Closes the windows of the seat that are over at `time`; returns the one that it is in then, or in next. */
function advance(windows: Windows, seat: number, time: number): Window | undefined {
  let window = windows.bySeat[seat];
  while (window !== undefined && time >= window.start + windows.length) {
    close(windows[window.kind], window);
    // Not before the latest message is as old as a window is long: what it was followed by would count as its absence.
    window = openWindow('quiet', window.heard + windows.length);
    windows.bySeat[seat] = window;
  }
  return window;
}

function close(tally: Tally, { seen, inOrder }: Window): void {
  tally.windows += 1;
  for (const step of seen) tally.followed[step] += 1;
  for (const step of STEPS.slice(0, inOrder)) tally.inOrder[step] += 1;
}

function openWindow(kind: Window['kind'], start: number): Window {
  return { kind, start, seen: new Set(), inOrder: 0, heard: start };
}

function emptyTally(): Tally {
  return { windows: 0, followed: zeroCounts(STEPS), inOrder: zeroCounts(STEPS) };
}

function copyOf({ length, bySeat, message, quiet }: Windows): Windows {
  // Windows are closed or replaced, never changed, while time passes: they need no copy of their own.
  return { length, bySeat: [...bySeat], message: copyOfTally(message), quiet: copyOfTally(quiet) };
}

function copyOfTally({ windows, followed, inOrder }: Tally): Tally {
  return { windows, followed: { ...followed }, inOrder: { ...inOrder } };
}
