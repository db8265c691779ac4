/**
 * Things to look at again later. All waits of one list are equally long, so that what was added first is due first and
 * nothing is searched.
 */
export interface Alarms<T> {
  readonly waiting: { readonly at: number; readonly item: T }[];
  /** Entries before this one are done with. */
  next: number;
}

export function createAlarms<T>(): Alarms<T> {
  return { waiting: [], next: 0 };
}

/** Looks at `item` again at `at` (ticks or microseconds, as the list counts). */
export function setAlarm<T>(alarms: Alarms<T>, at: number, item: T): void {
  alarms.waiting.push({ at, item });
}

/** The next item that is due, or undefined; call until undefined. */
export function takeAlarm<T>(alarms: Alarms<T>, now: number): T | undefined {
  const first = alarms.waiting[alarms.next];
  if (first === undefined || first.at > now) return undefined;
  alarms.next += 1;
  if (alarms.next >= 64 && alarms.next * 2 >= alarms.waiting.length) {
    alarms.waiting.splice(0, alarms.next);
    alarms.next = 0;
  }
  return first.item;
}
