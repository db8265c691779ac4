import type { EventOf } from '@quorum/events';
import type { Column, Metric } from '../metric.js';
import { recordOf, shareOf } from './micros.js';
import { fitsOf, PLAN_FITS, type PlanFit, type Target } from './plan-fit.js';

export interface CoherenceByTargetResult {
  /** Body time of plans with a task, summed over seats, by how they fit. */
  readonly ticks: Readonly<Record<PlanFit, number>>;
  /** Body time in which at least two seats have such plans. */
  readonly jointTicks: number;
  /** Of it, in which all of them fit. */
  readonly coherentTicks: number;
}

interface State {
  readonly targets: Map<string, Target>;
  /** Task of the plan in force, by seat; null without one. */
  readonly taskBySeat: (string | null)[];
  /** Added up to here. */
  tick: number;
  readonly ticks: Record<PlanFit, number>;
  jointTicks: number;
  coherentTicks: number;
}

const SUMMARIES: Readonly<Record<PlanFit, string>> = {
  fitting: 'are among as many as their task takes',
  surplus: 'are more than their task takes, or come too late for it',
  short: 'are fewer than their task takes',
  conflicting: 'move a body another way than more of the team do',
};

/** Whether plans fit together. Definition, unit, source and a worked example: the page below. */
export const coherenceByTarget: Metric<State, CoherenceByTargetResult> = {
  name: 'coherence-by-target',
  version: 1,
  reads: [
    'task.opened',
    'task.closed',
    'constraint.changed',
    'plan.committed',
    'plan.ended',
    'episode.ended',
  ],
  page: {
    summary: 'Plan coherence by target: whether concurrent plans name targets that take just so many agents.',
    formula:
      'At each tick, the plans in force that serve a task. A task takes `required` agents: of `task.opened`, then of its latest `constraint.changed` of participation. Of n plans for an open task: n < required: all short; else `required` fit and the others are surplus. Of the open tasks of one body only that with most plans counts (ties: the one opened first); plans for its other tasks are conflicting. Plans for a closed task are surplus. coherence = fitting plan-ticks / all plan-ticks; the other shares likewise. allFit = ticks in which all of at least two such plans fit / ticks with at least two.',
    source:
      'Quorum. Corrects plan coherence of EmCoop (arXiv 2603.00349), which compares plan strings, so that complementary roles count against the team and any number of agents at one target for it.',
    notes:
      'Two plans for one body that takes two are coherent, so are two for two bodies that take one each; three for a body that takes one are not. Actions are not looked at: different roles at one target are one target. Weighed by body time, in which plans act; thinking pauses count nothing. A lone plan is coherent exactly if its task takes one agent. Null without plans for tasks.',
    example:
      'a takes 2, b and c take 1. For 60 ticks seats 0 and 1 are for a and seat 2 is for b: all fit. For the next 60 ticks seat 1 is for b, too: seat 0 is short, one of seats 1 and 2 is surplus. fitting 180 + 60, short 60, surplus 60: coherence 240/360 = 0.6667, short 0.1667, surplus 0.1667, allFit 60/120 = 0.5.',
  },
  columns: [
    fitColumn('coherence', 'fitting'),
    fitColumn('surplus', 'surplus'),
    fitColumn('short', 'short'),
    fitColumn('conflicting', 'conflicting'),
    {
      name: 'allFit',
      summary: 'share of the time with at least two plans in which all fit',
      unit: '1',
      range: '0 … 1 or null',
      value: ({ coherentTicks, jointTicks }) => shareOf(coherentTicks, jointTicks),
    },
  ],
  init: ({ team }) => ({
    targets: new Map(),
    taskBySeat: team.map(() => null),
    tick: 0,
    ticks: recordOf(PLAN_FITS, () => 0),
    jointTicks: 0,
    coherentTicks: 0,
  }),
  step(state, event) {
    switch (event.type) {
      case 'task.opened':
        addUp(state, event.tick);
        state.targets.set(event.task, { body: event.body, required: event.required });
        break;
      case 'task.closed':
        addUp(state, event.tick);
        state.targets.delete(event.task);
        break;
      case 'constraint.changed':
        setRequired(state, event);
        break;
      case 'plan.committed':
        addUp(state, event.tick);
        state.taskBySeat[event.seat] = event.task;
        break;
      case 'plan.ended':
        addUp(state, event.tick);
        state.taskBySeat[event.seat] = null;
        break;
      case 'episode.ended':
        addUp(state, event.tick);
        break;
      default:
        break;
    }
    return state;
  },
  result: ({ ticks, jointTicks, coherentTicks }) => ({ ticks: { ...ticks }, jointTicks, coherentTicks }),
};

function setRequired(
  state: State,
  { task, constraint, required, tick }: EventOf<'constraint.changed'>,
): void {
  if (constraint !== 'participation') return;
  const target = state.targets.get(task);
  if (target === undefined || target.required === required) return;
  addUp(state, tick);
  target.required = required;
}

/** Adds the time since the last change; the plans in force are looked at only if time has passed. */
function addUp(state: State, tick: number): void {
  const ticks = tick - state.tick;
  if (ticks > 0) {
    const fits = fitsOf(state.taskBySeat, state.targets);
    const plans = PLAN_FITS.reduce((sum, fit) => sum + fits[fit], 0);
    for (const fit of PLAN_FITS) state.ticks[fit] += fits[fit] * ticks;
    if (plans > 1) state.jointTicks += ticks;
    if (plans > 1 && fits.fitting === plans) state.coherentTicks += ticks;
  }
  state.tick = tick;
}

function fitColumn(name: string, fit: PlanFit): Column<CoherenceByTargetResult> {
  return {
    name,
    summary: `share of plan time in which plans ${SUMMARIES[fit]}`,
    unit: '1',
    range: '0 … 1 or null',
    value: ({ ticks }) =>
      shareOf(
        ticks[fit],
        PLAN_FITS.reduce((sum, one) => sum + ticks[one], 0),
      ),
  };
}
