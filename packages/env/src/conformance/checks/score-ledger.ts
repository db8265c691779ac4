import type { Play } from '../play.js';
import { isSeatList } from './seat-list.js';

/** Rounding that sums of points may show. */
const TOLERANCE = 1e-9;

/** What is wrong with the points of a play. */
export function* scoreProblems(play: Play): Generator<string> {
  const max = play.readings[0]?.maxScore ?? 0;
  const opened = new Set<string>();
  const closedAt = new Map<string, number>();
  const totals = new Map<number, number>();
  let total = 0;
  for (const event of play.events) {
    if (event.type === 'task.opened') opened.add(event.task);
    if (event.type === 'task.closed') closedAt.set(event.task, event.tick);
    if (event.type !== 'score.changed') continue;
    const name = `the points for ${event.task} at tick ${event.tick}`;
    total += event.points;
    if (!(event.points > 0)) yield `${name} are ${event.points}`;
    if (Math.abs(event.total - total) > TOLERANCE)
      yield `${name} bring the total to ${event.total}, not ${total}`;
    if (event.total > event.max + TOLERANCE) yield `${name} bring the total above the maximum ${event.max}`;
    if (event.max !== max) yield `${name} name ${event.max} as the maximum, the simulation says ${max}`;
    if (!isSeatList(event.seats, play.world.seats)) yield `${name} have seats [${event.seats.join(', ')}]`;
    if (!opened.has(event.task)) yield `${name}: there is no such task`;
    if (event.tick > (closedAt.get(event.task) ?? event.tick)) yield `${name} come after the task has closed`;
    totals.set(event.tick, total);
  }
  let expected = 0;
  for (const [i, reading] of play.readings.entries()) {
    expected = totals.get(i + 1) ?? expected;
    if (Math.abs(reading.score - expected) > TOLERANCE) {
      yield `the score is ${reading.score} at tick ${i + 1}, but the points add up to ${expected}`;
      return;
    }
    if (reading.maxScore !== max) {
      yield `the maximum changes from ${max} to ${reading.maxScore} at tick ${i + 1}`;
      return;
    }
  }
}
