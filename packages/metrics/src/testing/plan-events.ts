import { runFolds, type ActionOutcome, type AnyFold, type PlanEnded } from '@quorum/events';
import { tinyHeader, tinyLog, type TinyEvent } from './tiny-log.js';

/** `seat` commits to a plan. */
export function committed(tick: number, seat: number, task: string | null, ...actions: string[]): TinyEvent {
  return {
    type: 'plan.committed',
    tick,
    seat,
    task,
    actions: actions.map((type) => ({ type })),
    observation: 0,
  };
}

/** The latest plan of `seat` is over. */
export function planEnded(
  tick: number,
  seat: number,
  status: PlanEnded['status'],
  outcome: ActionOutcome = status === 'success' ? 'success' : 'timeout',
): TinyEvent {
  return { type: 'plan.ended', tick, seat, status, outcome, done: 0 };
}

/** What an import says of the event that follows. */
export function remark(tick: number, note: string, source = 'coop2'): TinyEvent {
  return { type: 'intervention.applied', tick, source, kind: 'note', note };
}

/** Result of one fold over hand-written events, where ends name their plan, and every event names a remark just before it. */
export function planResultOf(fold: AnyFold, events: readonly TinyEvent[], seats = 3): unknown {
  const latest = new Map<number, number>();
  const log = tinyLog(events).map((event, seq, all) => {
    const inputs = all[seq - 1]?.type === 'intervention.applied' ? [seq - 1] : [];
    if (event.type === 'plan.committed') latest.set(event.seat, seq);
    if (event.type === 'plan.ended') inputs.push(latest.get(event.seat) ?? 0);
    return { ...event, inputs };
  });
  return runFolds([fold], tinyHeader(seats), log)[fold.name];
}
