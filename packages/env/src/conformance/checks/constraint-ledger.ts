import type { Play } from '../play.js';
import { isSeatList } from './seat-list.js';

const FORCE_STEP = 0.05;

/** An agent is involved in a task while one of these is above zero. */
const INVOLVING = ['participation', 'spatial', 'temporal'];

interface Known {
  /** Tick of the latest event. */
  tick: number;
  readonly values: Map<string, string>;
}

/** What is wrong with the constraint measurements of a play. */
export function* constraintProblems(play: Play): Generator<string> {
  const { seats: teamSize } = play.world;
  const last = new Map<string, Known>();
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
    const known = knownBefore(last.get(event.task), event.tick);
    last.set(event.task, known);
    if (known.values.get(kind) === value) yield `${name} is logged again without a change`;
    known.values.set(kind, value);
  }
}

/** What has been logged of a task; nothing once nobody is at it any more: who comes next may begin anew. */
function knownBefore(known: Known | undefined, tick: number): Known {
  const isIdle = INVOLVING.every((constraint) => known?.values.get(constraint)?.startsWith('[0,') ?? true);
  if (known === undefined || (isIdle && tick > known.tick)) return { tick, values: new Map() };
  known.tick = tick;
  return known;
}
