import type { ActionAssigned, ClaimJudged, PlanCommitted } from '@quorum/events';
import { countColumn } from '../counts.js';
import { claims, type ClaimsResult } from '../folds/claims.js';
import type { Column, Metric } from '../metric.js';
import { changedByOthers, createBodyChanges, noteBodyChange, type BodyChanges } from './body-changes.js';

/** A belief is old when it was formed longer ago than this, virtual seconds. */
const OLD_SECONDS = 10;
const MICROS_PER_SECOND = 1_000_000;

export interface BeliefsResult {
  /** Actions begun for a task, by a plan whose observation is known. */
  readonly actions: number;
  /** Of these, those that begin on an old observation although others have changed the body since. */
  readonly staleActions: number;
  readonly staleBySeat: readonly number[];
  /** Plans for a task whose body others changed between observation and commitment. */
  readonly overtakenPlans: number;
  /** Mean virtual seconds between observation and action; null without actions. */
  readonly meanAgeSeconds: number | null;
  /** Claims that the world contradicted when they were made. */
  readonly falseClaims: number;
  readonly falseBySeat: readonly number[];
  /** False claims over decidable ones; null without any. */
  readonly falseShare: number | null;
}

/** When something was seen. */
interface Seen {
  readonly seq: number;
  readonly time: number;
}

interface State {
  readonly changes: BodyChanges;
  /** The latest observation of each seat. */
  readonly shown: (Seen | null)[];
  /** What the plan of each seat rests on. */
  readonly basis: (Seen | null)[];
  claims: ReturnType<typeof claims.init>;
  readonly falseBySeat: number[];
  readonly staleBySeat: number[];
  actions: number;
  overtakenPlans: number;
  ageMicros: number;
}

/** Do agents act on what is no longer so, or say what is not so? Definition, unit, source and a worked example: the page below. */
export const beliefs: Metric<State, BeliefsResult> = {
  name: 'beliefs',
  version: 1,
  reads: [
    'task.opened',
    'world.bodyRemoved',
    'attempt.ended',
    'observation.shown',
    'plan.committed',
    'action.assigned',
    'message.claimJudged',
  ],
  page: {
    summary: 'How often agents act on what is no longer so, and how often they say what is not so.',
    formula: `Action = \`action.assigned\` with an action and a task, of a seat whose latest plan rests on a known observation. Age = virtual time from that observation to the action; meanAgeSeconds its mean. A body changes for a seat when a successful attempt on one of its tasks ends in which the seat took no part, or when it leaves the world without the seat having worked on it at that tick. staleActions = actions older than ${OLD_SECONDS} s whose body changed for the seat after the observation. overtakenPlans = \`plan.committed\` for a task whose body changed for the seat after the observation it rests on. falseClaims = \`message.claimJudged\` with verdict false; falseShare = false / (true + false).`,
    source:
      'The Five Ws of Multi-Agent Communication (arXiv 2602.11583) names stale information at use and claims false against physics; the definitions are ours. Claims as in `claims`.',
    notes:
      'Change of other bodies, in the way say, is left out, and so is a push that still goes on: it counts once its attempt has ended. In barrier mode the world stands still while agents think, so that plans are overtaken only in async mode. A later action of a long plan can be stale as well as its first. A claim is judged when it is sent, whatever its sender could know.',
    example:
      'Seat 0 is shown the world at 0 s, seat 1 moves block `a` until 5 s; seat 0 commits to a plan for `a` at 6 s and acts on it at 6 s and at 12 s: actions 2, staleActions 1 (the first is not old), overtakenPlans 1, meanAgeSeconds 9. Two claims, one false: falseClaims 1, falseShare 0.5.',
  },
  columns: [
    countColumn('actions', 'actions', 'actions begun for a task', ({ actions }) => actions),
    countColumn('staleActions', 'actions', 'actions on what others had changed since', (r) => r.staleActions),
    shareColumn('staleShare', 'stale actions over all', ({ actions, staleActions }) =>
      actions === 0 ? null : staleActions / actions,
    ),
    countColumn('overtakenPlans', 'plans', 'plans that were out of date when made', (r) => r.overtakenPlans),
    {
      name: 'meanAgeSeconds',
      summary: 'mean virtual time from observation to action',
      unit: 's',
      range: '≥ 0 or null',
      value: ({ meanAgeSeconds }) => meanAgeSeconds,
    },
    countColumn('falseClaims', 'claims', 'claims that were not so', ({ falseClaims }) => falseClaims),
    shareColumn('falseShare', 'false claims over true and false ones', ({ falseShare }) => falseShare),
  ],
  init: (header) => ({
    changes: createBodyChanges(header.team.length),
    shown: header.team.map(() => null),
    basis: header.team.map(() => null),
    claims: claims.init(header),
    falseBySeat: header.team.map(() => 0),
    staleBySeat: header.team.map(() => 0),
    actions: 0,
    overtakenPlans: 0,
    ageMicros: 0,
  }),
  step(state, event) {
    noteBodyChange(state.changes, event);
    if (event.type === 'observation.shown') {
      state.shown[event.seat] = { seq: event.seq, time: event.time };
    } else if (event.type === 'plan.committed') {
      plan(state, event);
    } else if (event.type === 'action.assigned') {
      act(state, event);
    } else if (event.type === 'message.claimJudged') {
      judge(state, event);
    }
    return state;
  },
  result(state) {
    const { verdicts, trueShare }: ClaimsResult = claims.result(state.claims);
    return {
      actions: state.actions,
      staleActions: state.staleBySeat.reduce((sum, count) => sum + count, 0),
      staleBySeat: [...state.staleBySeat],
      overtakenPlans: state.overtakenPlans,
      meanAgeSeconds: state.actions === 0 ? null : state.ageMicros / state.actions / MICROS_PER_SECOND,
      falseClaims: verdicts.false,
      falseBySeat: [...state.falseBySeat],
      falseShare: trueShare === null ? null : 1 - trueShare,
    };
  },
};

function plan(state: State, { seat, task, observation }: PlanCommitted): void {
  // One mind may plan for several bodies: what a plan rests on need not have been shown to its own seat.
  const seen = state.shown.find((shown) => shown?.seq === observation) ?? null;
  state.basis[seat] = seen;
  if (seen !== null && task !== null && changedByOthers(state.changes, task, seat, seen.seq)) {
    state.overtakenPlans += 1;
  }
}

function act(state: State, { seat, time, action, task }: ActionAssigned): void {
  const seen = state.basis[seat];
  if (action === null || task === null || seen === null || seen === undefined) return;
  const age = time - seen.time;
  state.actions += 1;
  state.ageMicros += age;
  if (age > OLD_SECONDS * MICROS_PER_SECOND && changedByOthers(state.changes, task, seat, seen.seq)) {
    state.staleBySeat[seat] = (state.staleBySeat[seat] ?? 0) + 1;
  }
}

function judge(state: State, event: ClaimJudged): void {
  state.claims = claims.step(state.claims, event);
  if (event.verdict === 'false') state.falseBySeat[event.seat] = (state.falseBySeat[event.seat] ?? 0) + 1;
}

function shareColumn(
  name: string,
  summary: string,
  value: (result: BeliefsResult) => number | null,
): Column<BeliefsResult> {
  return { name, summary, unit: '1', range: '0 … 1 or null', value };
}
