import type { Play } from '../play.js';
import { isSeatList } from './seat-list.js';

const FORCE_STEP = 0.05;

/** What is wrong with the constraint measurements of a play. */
export function* constraintProblems(play: Play): Generator<string> {
  const { seats: teamSize } = play.world;
  const last = new Map<string, string>();
  const opened = new Set<string>();
  const closedAt = new Map<string, number>();
  for (const event of play.events) {
    if (event.type === 'task.opened') opened.add(event.task);
    if (event.type === 'task.closed') closedAt.set(event.task, event.tick);
    if (event.type !== 'constraint.changed' && event.type !== 'constraint.force') continue;
    const kind = event.type === 'constraint.force' ? 'force' : event.constraint;
    const name = `${kind} of ${event.task} at tick ${event.tick}`;
    if (!opened.has(event.task)) yield `${name}: there is no such task`;
    if (event.tick > (closedAt.get(event.task) ?? event.tick))
      yield `${name} comes after the task has closed`;
    let value: string;
    if (event.type === 'constraint.force') {
      const steps = event.forceShare / FORCE_STEP;
      if (!(steps >= 0) || Math.abs(steps - Math.round(steps)) > 1e-6) yield `${name} is ${event.forceShare}`;
      value = String(event.forceShare);
    } else {
      const { count, required, seats } = event;
      if (!Number.isInteger(count) || count < 0) yield `${name} counts ${count}`;
      if (!Number.isInteger(required) || required < 1) yield `${name} requires ${required}`;
      if (!isSeatList(seats, teamSize)) yield `${name} has seats [${seats.join(', ')}]`;
      // Capabilities are counted by kind, everything else by seat.
      if (kind !== 'dependency' && count !== seats.length) {
        yield `${name} counts ${count} but names ${seats.length} seats`;
      }
      value = JSON.stringify([count, required, seats]);
    }
    const key = `${kind} ${event.task}`;
    if (last.get(key) === value) yield `${name} is logged again without a change`;
    last.set(key, value);
  }
}
