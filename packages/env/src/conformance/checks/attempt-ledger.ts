import type { Play } from '../play.js';
import { isSeatList } from './seat-list.js';

interface OpenAttempt {
  start: number;
  seats: string;
  all: Set<number>;
}

/** What is wrong with the attempts of a play. */
export function* attemptProblems(play: Play): Generator<string> {
  const { seats: teamSize } = play.world;
  const open = new Map<string, OpenAttempt>();
  const closedAt = new Map<string, number>();
  const openTasks = new Set<string>();
  for (const event of play.events) {
    if (event.type === 'task.opened') openTasks.add(event.task);
    if (event.type === 'task.closed') {
      openTasks.delete(event.task);
      closedAt.set(event.task, event.tick);
    }
    if (
      event.type !== 'attempt.started' &&
      event.type !== 'attempt.changed' &&
      event.type !== 'attempt.ended'
    ) {
      continue;
    }
    const name = `${event.type} of ${event.task} at tick ${event.tick}`;
    if (!isSeatList(event.seats, teamSize) || event.seats.length === 0) {
      yield `${name} has seats [${event.seats.join(', ')}]`;
    }
    const attempt = open.get(event.task);
    if (event.type === 'attempt.started') {
      if (attempt !== undefined) yield `${name} begins while another is open`;
      if (!openTasks.has(event.task)) yield `${name}: the task is not open`;
      if (event.required < 1) yield `${name} requires ${event.required} agents`;
      open.set(event.task, { start: event.seq, seats: event.seats.join(), all: new Set(event.seats) });
      continue;
    }
    if (attempt === undefined) {
      yield `${name}: there is no open attempt`;
      continue;
    }
    if (!event.inputs.includes(attempt.start))
      yield `${name} does not name its start, event ${attempt.start}`;
    if (event.type === 'attempt.changed') {
      if (event.seats.join() === attempt.seats) yield `${name} changes nothing`;
      attempt.seats = event.seats.join();
      for (const seat of event.seats) attempt.all.add(seat);
      continue;
    }
    const everybody = [...attempt.all].sort((a, b) => a - b);
    if (event.seats.join() !== everybody.join()) {
      yield `${name} names seats [${event.seats.join(', ')}], but [${everybody.join(', ')}] took part`;
    }
    if (event.tick > (closedAt.get(event.task) ?? event.tick))
      yield `${name} comes after the task has closed`;
    open.delete(event.task);
  }
}
