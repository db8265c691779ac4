import { MESSAGE_KINDS, type MessageKind } from '@quorum/events';
import type { FiveWs } from './five-ws.js';
import type { Thirds } from './talk.js';
import type { FollowedCounts } from './followed.js';
import { sortedRecord } from './sorted-record.js';
import { STEPS, type Step } from './steps.js';
import { TRIGGERS, type Trigger } from './triggers.js';
import type { WindowCounts } from './windows.js';

type Counts<K extends string> = Readonly<Record<K, number>>;

/**
 * The Five Ws of several episodes together, of one condition say: everything is added up. The order and grouping of
 * `results` do not matter; of none, it is empty. Teams of different sizes share the seats that they have in common.
 */
export function mergeFiveWs(results: readonly FiveWs[]): FiveWs {
  const kinds = MESSAGE_KINDS.filter((kind) => results.some(({ when }) => when[kind] !== undefined));
  const byKind = <T>(merge: (kind: MessageKind) => T) =>
    Object.fromEntries(kinds.map((kind) => [kind, merge(kind)])) as Partial<Record<MessageKind, T>>;
  return {
    episodes: sumOf(results, ({ episodes }) => episodes),
    messages: sumOf(results, ({ messages }) => messages),
    who: mergeMatrices(results.map(({ who }) => who)),
    what: byKind((kind) => mergeTasks(present(results.map(({ what }) => what[kind])))),
    when: byKind((kind) => mergeThirds(present(results.map(({ when }) => when[kind])))),
    why: byKind((kind) => addCounts<Trigger>(TRIGGERS, present(results.map(({ why }) => why[kind])))),
    followed: mergeFollowed(results.map(({ followed }) => followed)),
  };
}

function mergeFollowed(counts: readonly FollowedCounts[]): FollowedCounts {
  return {
    message: mergeWindows(counts.map(({ message }) => message)),
    quiet: mergeWindows(counts.map(({ quiet }) => quiet)),
    linked: addCounts(
      ['delivered', 'shown', ...STEPS],
      counts.map(({ linked }) => linked),
    ),
  };
}

function mergeWindows(counts: readonly WindowCounts[]): WindowCounts {
  return {
    windows: sumOf(counts, ({ windows }) => windows),
    followed: addCounts<Step>(
      STEPS,
      counts.map(({ followed }) => followed),
    ),
    inOrder: addCounts<Step>(
      STEPS,
      counts.map(({ inOrder }) => inOrder),
    ),
  };
}

function mergeMatrices(matrices: readonly FiveWs['who'][]): number[][] {
  const size = Math.max(0, ...matrices.map(({ length }) => length));
  const seats = Array.from({ length: size }, (_, seat) => seat);
  return seats.map((from) => seats.map((to) => sumOf(matrices, (matrix) => matrix[from]?.[to] ?? 0)));
}

function mergeTasks(counts: readonly Counts<string>[]): Record<string, number> {
  const sums = new Map<string, number>();
  for (const [task, count] of counts.flatMap((of) => Object.entries(of))) {
    sums.set(task, (sums.get(task) ?? 0) + count);
  }
  return sortedRecord(sums);
}

function mergeThirds(thirds: readonly Thirds[]): Thirds {
  return [
    sumOf(thirds, ([first]) => first),
    sumOf(thirds, ([, second]) => second),
    sumOf(thirds, ([, , last]) => last),
  ];
}

function addCounts<K extends string>(keys: readonly K[], counts: readonly Counts<K>[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, sumOf(counts, (of) => of[key])])) as Record<K, number>;
}

function sumOf<T>(items: readonly T[], read: (item: T) => number): number {
  return items.reduce((sum, item) => sum + read(item), 0);
}

function present<T>(items: readonly (T | undefined)[]): T[] {
  return items.filter((item) => item !== undefined);
}
