import type { Action, EventDraft } from '../log/events.js';
import {
  ACTION_OUTCOMES,
  CONSTRAINTS,
  EPISODE_STATUSES,
  PURPOSES,
  REPAIR_OUTCOMES,
  STAGES,
} from '../log/outcomes.js';
import { at, causes, keep, taskId, type Move, type Stage, type Values } from './random-stage.js';
import { talkMoves } from './random-talk.js';

/** One random move of an episode and the values it may use. */
export interface Step extends Values {
  readonly move: MoveName;
}

const moves = {
  ...talkMoves,
  decide(stage, { seat, task, pick, text, content, thinkMicros }) {
    const inputs = causes(stage.open.get(`plan ${seat}`));
    const activation = stage.emit({ type: 'activation.started', inputs, seat, purpose: at(PURPOSES, pick) });
    const parts = { observation: keep(stage, content, [activation]) };
    const observation = stage.emit({ type: 'observation.shown', inputs: [activation], seat, parts });
    const outcome = at(['decided', 'decided', 'invalid', 'error'] as const, pick);
    const problem = outcome === 'decided' ? {} : { problem: text };
    const ended = { type: 'activation.ended', inputs: [activation], seat, outcome } as const;
    const decision = stage.emit({ ...ended, chargeMicros: thinkMicros, ...problem });
    if (outcome !== 'decided') return;
    endPlan(stage, seat, 'replaced');
    const actions: Action[] = [{ type: 'push', block: `block-${task}`, face: 'west', meters: pick }];
    const plan = { type: 'plan.committed', inputs: [decision], seat, actions, observation } as const;
    const seq = stage.emit({ ...plan, task: pick % 5 === 0 ? null : taskId(task) });
    stage.open.set(`plan ${seat}`, seq);
    stage.emit({ type: 'activation.stage', inputs: [seq], seat, stage: at(STAGES, pick) });
    const action = at(actions, 0);
    const assigned = { type: 'action.assigned', inputs: [seq], seat, action, task: taskId(task) } as const;
    stage.open.set(`action ${seat}`, stage.emit(assigned));
  },
  path(stage, { seat, amount }) {
    const action = stage.open.get(`action ${seat}`);
    if (action === undefined) return;
    stage.emit({
      type: 'action.path',
      inputs: [action],
      seat,
      path: [
        [amount, 1],
        [2.5, amount],
      ],
    });
  },
  finish(stage, { seat, pick }) {
    endPlan(stage, seat, at(ACTION_OUTCOMES, pick));
  },
  attempt(stage, { task, seat, pick, amount }) {
    if (stage.done.has(task)) return;
    const key = `attempt ${task}`;
    const start = stage.open.get(key);
    const common = { task: taskId(task), seats: [seat] };
    if (start === undefined) {
      stage.open.set(key, stage.emit({ type: 'attempt.started', inputs: [], ...common, required: 1 + task }));
    } else if (pick % 2 === 0) {
      stage.emit({ type: 'attempt.changed', inputs: [start], ...common });
    } else {
      endAttempt(stage, task, seat, amount);
    }
  },
  constraint(stage, { task, seat, pick }) {
    const constraint = at(CONSTRAINTS, pick);
    const counted = pick % 3;
    const seats = Array.from({ length: counted }, (_, i) => (seat + i) % stage.seats);
    const changed = { task: taskId(task), constraint, count: counted, required: 1 + task, seats };
    stage.emit({ type: 'constraint.changed', inputs: [], ...changed });
  },
  force(stage, { task, amount }) {
    stage.emit({ type: 'constraint.force', inputs: [], task: taskId(task), forceShare: amount });
  },
  capability(stage, { seat, pick }) {
    const change = at(['gained', 'lost'] as const, pick);
    stage.emit({ type: 'capability.changed', inputs: [], seat, capability: 'plank', change });
  },
  deliver(stage, { task, seat, amount }) {
    if (stage.done.has(task)) return;
    stage.done.add(task);
    const id = taskId(task);
    const points = 1 + task;
    stage.score += points;
    const max = maxScore(stage);
    const score = { task: id, points, total: stage.score, max, seats: [seat] };
    const seq = stage.emit({ type: 'score.changed', inputs: [], ...score });
    endAttempt(stage, task, seat, amount);
    stage.emit({ type: 'task.closed', inputs: [seq], task: id, outcome: 'completed' });
    stage.emit({ type: 'world.bodyRemoved', inputs: [seq], body: `block-${task}`, reason: 'delivered' });
  },
  intervene(stage, { seat, pick, text }) {
    const kind = at(['note', 'wake', 'forward'] as const, pick);
    const target = kind === 'note' ? {} : { seat };
    stage.emit({ type: 'intervention.applied', inputs: [], source: 'test', kind, ...target, note: text });
  },
  spoil(stage, { seat, task, pick, text }) {
    const about = pick % 3 === 0 ? null : taskId(task);
    stage.emit({ type: 'fault.injected', inputs: [], seat, fault: 'mute', task: about, note: text });
  },
  check(stage, { seat, task, pick }) {
    const outcome = at(REPAIR_OUTCOMES, pick);
    const inputs = causes(stage.open.get(`plan ${seat}`));
    const failure = {
      task: taskId(task),
      constraint: at(CONSTRAINTS, pick),
      count: 1,
      required: 2,
      seats: [seat],
    };
    stage.emit({
      type: 'repair.checked',
      inputs,
      outcome,
      failures: outcome === 'passed' ? [] : [failure],
      advice: outcome === 'repaired' ? [{ seat, task: taskId(task) }] : [],
    });
  },
  hash(stage, { pick }) {
    stage.emit({ type: 'world.hash', inputs: [], state: pick.toString(16).padStart(32, '0') });
  },
} satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
export const MOVES = Object.keys(moves) as readonly MoveName[];

/** Emits the whole episode; `advance` is called before each move's events. */
export function playRandomly(
  size: { readonly seats: number; readonly tasks: number },
  steps: readonly Step[],
  emit: (draft: EventDraft) => number,
  advance: (step: Step) => void,
): void {
  const stage: Stage = { ...size, emit, open: new Map(), done: new Set(), letters: [], score: 0 };
  setUp(stage);
  for (const step of steps) {
    advance(step);
    moves[step.move](stage, { ...step, seat: step.seat % size.seats, task: step.task % size.tasks });
  }
  for (let task = 0; task < size.tasks; task++) endAttempt(stage, task, 0, 0);
  for (let seat = 0; seat < size.seats; seat++) endPlan(stage, seat, 'episode_ended');
  const all = stage.done.size === size.tasks;
  const status = all ? 'completed' : at(EPISODE_STATUSES.slice(1), steps.length);
  emit({ type: 'episode.ended', inputs: [], status, score: stage.score, maxScore: maxScore(stage) });
}

function setUp(stage: Stage): void {
  const goal = { id: 'goal', kind: 'goal', x: 14, y: 7.5, width: 2, height: 15 } as const;
  stage.emit({ type: 'world.layout', inputs: [], arena: { width: 15, height: 15 }, regions: [goal] });
  for (let seat = 0; seat < stage.seats; seat++) {
    const body = { body: `agent-${seat}`, kind: 'agent', shape: { kind: 'disc', radius: 0.3 } } as const;
    stage.emit({ type: 'world.bodyAdded', inputs: [], ...body, x: 1, y: 1 + seat, seat });
  }
  for (let task = 0; task < stage.tasks; task++) {
    const weight = 1 + task;
    const shape = { kind: 'box', width: 1, height: 1 } as const;
    const body = { body: `block-${task}`, kind: 'block', shape, x: 5, y: 1 + 2 * task, weight } as const;
    const seq = stage.emit({ type: 'world.bodyAdded', inputs: [], ...body });
    const opened = { task: taskId(task), body: `block-${task}`, required: weight, value: weight };
    stage.emit({ type: 'task.opened', inputs: [seq], ...opened });
  }
}

function endPlan(stage: Stage, seat: number, outcome: (typeof ACTION_OUTCOMES)[number]): void {
  const action = stage.open.get(`action ${seat}`);
  const plan = stage.open.get(`plan ${seat}`);
  if (action === undefined || plan === undefined) return;
  stage.open.delete(`action ${seat}`);
  stage.open.delete(`plan ${seat}`);
  const seq = stage.emit({ type: 'action.ended', inputs: [action], seat, action: 'push', outcome });
  const interrupted = outcome === 'replaced' || outcome === 'episode_ended';
  const status = outcome === 'success' ? 'success' : interrupted ? 'interrupted' : 'failed';
  const done = outcome === 'success' ? 1 : 0;
  stage.emit({ type: 'plan.ended', inputs: [plan, seq], seat, status, outcome, done });
}

function endAttempt(stage: Stage, task: number, seat: number, moved: number): void {
  const start = stage.open.get(`attempt ${task}`);
  if (start === undefined) return;
  stage.open.delete(`attempt ${task}`);
  const success = stage.done.has(task) || moved >= 0.1;
  stage.emit({ type: 'attempt.ended', inputs: [start], task: taskId(task), seats: [seat], success, moved });
}

function maxScore(stage: Stage): number {
  return (stage.tasks * (stage.tasks + 1)) / 2;
}
