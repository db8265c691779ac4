import type { ActionOutcome, QuorumEvent, Stage } from '@quorum/events';

/** A stretch of a seat's stage; `to` is null while it lasts. Times are virtual, microseconds. */
export interface StageStretch {
  readonly stage: Stage;
  readonly from: number;
  to: number | null;
}

/** A plan of a seat from its commitment to its end. */
export interface PlanBox {
  /** `seq` of its commitment. */
  readonly seq: number;
  readonly task: string | null;
  readonly actions: number;
  /** `seq` of the observation that it rests on. */
  readonly observation: number;
  readonly from: number;
  to: number | null;
  status: 'running' | 'success' | 'failed' | 'interrupted';
  outcome: ActionOutcome | null;
  /** How its actions ended so far, in order. */
  readonly ends: { readonly time: number; readonly outcome: ActionOutcome }[];
}

/** A way that a seat's body means to take. */
export interface PathStretch {
  readonly points: readonly (readonly [number, number])[];
  readonly from: number;
  to: number | null;
}

/** What one seat does over time. */
export interface Lane {
  readonly seat: number;
  readonly stages: StageStretch[];
  readonly plans: PlanBox[];
  readonly paths: PathStretch[];
}

export type Lanes = readonly Lane[];

export function createLanes(seats: number): Lanes {
  return Array.from({ length: seats }, (_, seat) => ({ seat, stages: [], plans: [], paths: [] }));
}

export function stepLanes(lanes: Lanes, event: QuorumEvent, events: readonly QuorumEvent[]): void {
  if (event.type === 'episode.ended') {
    for (const { stages, plans, paths } of lanes) close(event.time, stages, plans, paths);
    return;
  }
  const lane = 'seat' in event && event.seat !== undefined ? lanes[event.seat] : undefined;
  if (lane === undefined) return;
  switch (event.type) {
    case 'activation.stage':
      close(event.time, lane.stages);
      lane.stages.push({ stage: event.stage, from: event.time, to: null });
      return;
    case 'plan.committed': {
      const { seq, task, actions, observation, time } = event;
      const plan = { seq, task, actions: actions.length, observation, from: time, to: null };
      lane.plans.push({ ...plan, status: 'running', outcome: null, ends: [] });
      return;
    }
    case 'plan.ended': {
      const seq = event.inputs.find((input) => events[input]?.type === 'plan.committed');
      const plan = lane.plans.findLast((each) => each.seq === seq);
      if (plan === undefined) return;
      plan.to = event.time;
      plan.status = event.status;
      plan.outcome = event.outcome;
      return;
    }
    case 'action.path':
      close(event.time, lane.paths);
      lane.paths.push({ points: event.path, from: event.time, to: null });
      return;
    case 'action.ended': {
      close(event.time, lane.paths);
      const { time, outcome } = event;
      const assigned = event.inputs
        .map((input) => events[input])
        .find((each) => each?.type === 'action.assigned');
      lane.plans.findLast(({ seq }) => assigned?.inputs.includes(seq))?.ends.push({ time, outcome });
      return;
    }
    default:
      return;
  }
}

function close(time: number, ...lists: readonly { to: number | null }[][]): void {
  for (const list of lists) {
    const last = list.at(-1);
    if (last !== undefined) last.to ??= time;
  }
}
