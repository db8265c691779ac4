/** What the virtual time of a seat can go to: a closed list, of which one thing at a time holds. */
export const ACTIVITIES = [
  /** Its mind is asked for a plan, and its body does nothing meanwhile. */
  'think',
  /** Its mind is asked for words, and its body does nothing meanwhile. */
  'talk',
  /** The world, or its turn to speak, waits for the thoughts of teammates. */
  'waitForMinds',
  /** Its body stands until enough agents have come. */
  'waitForBodies',
  'walk',
  /** Walking that came to nothing: somebody or something was in the way. */
  'obstructedWalk',
  /** Executing a terminal action with fewer agents than it takes. */
  'underQuorumPush',
  /** With enough agents, in an attempt that moved nothing (or is still open). */
  'stuckPush',
  /** With enough agents, in an attempt that succeeded. */
  'usefulPush',
  /** Standing still as a plan for a task says. */
  'stand',
  /** No action, or one that only lets time pass and serves no task. */
  'unplanned',
] as const;

/** One of them. */
export type Activity = (typeof ACTIVITIES)[number];
