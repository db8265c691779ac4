import type { MessageSent } from '@quorum/events';
import type { GraphState } from '../graph/graph-state.js';
import type { Detected, Detector } from './detector.js';
import { needsTeam } from './needs.js';
import { Agents, ascending, bodySeconds, path } from './say.js';

/** A seat that stands at a task with too few others. */
interface Stuck {
  readonly task: string;
  readonly tick: number;
  /** `seq` of the measurement that first found it there. */
  readonly seq: number;
  /** Its plan there has failed. */
  gaveUp: boolean;
  /** When it came back for the same, or stayed after saying that it takes something else: tick; null before. */
  again: number | null;
}

interface State {
  readonly stuckTicks: number;
  /** By seat; null for a seat that is not stuck. */
  readonly stuck: (Stuck | null)[];
  /** Standstills that have been reported: their tasks, until one of them gets going. */
  readonly reported: Set<string>;
}

/**
 * Where nobody has given up yet, so many times `stuckTicks` must have passed: 36 s by default, more than the longest wait
 * that the stand-ins allow themselves (35 s). A wait that its own time-out ends, and well, costs time but is no deadlock.
 */
const PATIENCE = 1.8;

/** Agents wait at different tasks, each for the others. */
export const physicalDeadlock: Detector<State> = {
  id: 'physical-deadlock',
  title: 'Physical deadlock',
  severity: 'failure',
  rule: 'for `stuckTicks` agents stand at two or more tasks, too few of them at each and nobody on the way, although together they would be enough for one of the tasks; and one of them has given up there, come back for the same and waited so long again, or has said that it takes something else and not gone for so long; or all have waited 1.8 times as long',
  source: 'Quorum, after DIG (arXiv 2603.00309), embodied extras',
  reads: [
    'constraint.changed',
    'attempt.ended',
    'task.closed',
    'plan.committed',
    'plan.ended',
    'message.sent',
    'world.hash',
  ],
  canFire: needsTeam,
  init: ({ team }, { stuckTicks }) => ({ stuckTicks, stuck: team.map(() => null), reported: new Set() }),
  step(state, event, graph) {
    switch (event.type) {
      case 'constraint.changed':
        if (event.constraint !== 'spatial') return NOTHING;
        if (event.count >= event.required) release(state, event.task);
        else for (const seat of event.seats) stand(state, seat, event);
        return NOTHING;
      case 'attempt.ended':
        if (event.success) release(state, event.task);
        return NOTHING;
      case 'task.closed':
        release(state, event.task);
        return NOTHING;
      case 'plan.committed':
        replan(state, event);
        return NOTHING;
      case 'plan.ended': {
        const at = state.stuck[event.seat] ?? null;
        if (at !== null && event.status === 'failed') at.gaveUp = true;
        return NOTHING;
      }
      case 'message.sent':
        promise(state, event);
        return NOTHING;
      default:
        return look(state, event, graph);
    }
  },
};

const NOTHING: readonly Detected[] = [];

function stand(
  { stuck }: State,
  seat: number,
  { task, tick, seq }: { readonly task: string; readonly tick: number; readonly seq: number },
): void {
  if (stuck[seat]?.task !== task) stuck[seat] = { task, tick, seq, gaveUp: false, again: null };
}

/** Who plans for something else is stuck no more; who plans for the same has given up in vain. */
function replan(
  { stuck }: State,
  { seat, task, tick }: { readonly seat: number; readonly task: string | null; readonly tick: number },
): void {
  const at = stuck[seat];
  if (at?.task !== task) stuck[seat] = null;
  else if (at.gaveUp) at.again ??= tick;
}

/** Who says that it takes something else, and stays, is stuck all the same; who goes, plans for it. */
function promise({ stuck }: State, { seat, kind, task, tick }: MessageSent): void {
  const at = stuck[seat] ?? null;
  if (at === null || task === null || task === at.task) return;
  if (kind === 'commit' || kind === 'accept') at.again ??= tick;
}

/** The task gets going, or is over. */
function release({ stuck, reported }: State, task: string): void {
  for (let seat = 0; seat < stuck.length; seat += 1) {
    if (stuck[seat]?.task === task) stuck[seat] = null;
  }
  if (reported.has(task)) reported.clear();
}

/** Who has been stuck for long enough, at tasks that nobody else is on the way to. */
function look(
  { stuck, stuckTicks, reported }: State,
  { tick, seq }: { readonly tick: number; readonly seq: number },
  { tasks, seats: places }: GraphState,
): readonly Detected[] {
  // Nearly always: fewer than two have stood anywhere for long enough.
  if (stuck.filter((at) => at !== null && tick - at.tick >= stuckTicks).length < 2) return NOTHING;
  const blocked = [...stuck.entries()].flatMap(([seat, at]) => {
    const task = tasks.get(at?.task ?? '');
    if (at === null || task === undefined || tick - at.tick < stuckTicks) return [];
    // Who has given up and thinks may be about to go where it is missed.
    if (!task.committed.has(seat)) return [];
    return task.open && task.committed.size < task.required ? [{ ...at, seat, required: task.required }] : [];
  });
  if (blocked.length < 2) return NOTHING;
  const names = [...new Set(blocked.map(({ task }) => task))].sort();
  if (names.length < 2 || names.some((task) => reported.has(task))) return NOTHING;
  if (blocked.every(({ required }) => required > blocked.length)) return NOTHING;
  const since = Math.max(...blocked.map((one) => one.tick));
  const isAgain = blocked.some(({ again }) => again !== null && tick - again >= stuckTicks);
  if (!isAgain && tick - since < PATIENCE * stuckTicks) return NOTHING;
  for (const task of names) reported.add(task);
  const seats = ascending(blocked.map(({ seat }) => seat));
  const plans = seats.map((seat) => places[seat]?.plan?.seq ?? seq);
  const evidence = ascending([...plans, ...blocked.map((one) => one.seq), seq]);
  const shares = names.map((name) => {
    const there = blocked.filter(({ task }) => task === name);
    return `${there.length} of ${there[0]?.required} at ${name}`;
  });
  return [
    {
      seats,
      task: names[0] ?? null,
      evidence,
      sentence: `${Agents(seats)} have been waiting for each other for ${bodySeconds(tick - since)} ${path(evidence)}: ${shares.join(', ')}.`,
    },
  ];
}
