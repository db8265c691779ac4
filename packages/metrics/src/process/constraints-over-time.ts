import { CONSTRAINTS, type Constraint } from '@quorum/events';
import type { Column, Metric } from '../metric.js';
import { addToSeries, copySeries, createSeries, type CappedSeries } from './capped-series.js';
import { noteConstraint } from './constraint-state.js';
import { recordOf, shareOf, sumOf } from './micros.js';
import {
  advanceRecord,
  createTaskRecord,
  longestBottleneck,
  MEASURES,
  summariseRecord,
  type Measure,
  type TaskRecord,
  type TaskSummary,
} from './task-record.js';

export interface ConstraintsOverTimeResult {
  /** Body time in which tasks were attended, summed over tasks. */
  readonly attendedTicks: number;
  /** Of it, in which each constraint held, and all of them at once. */
  readonly satisfiedTicks: Readonly<Record<Measure, number>>;
  /** Of it, in which each constraint was the bottleneck. */
  readonly bottleneckTicks: Readonly<Record<Constraint, number>>;
  /** Tasks that were ever attended, in the order of their first constraint. */
  readonly tasks: readonly TaskSummary[];
  /** Attended ticks, and those in which each held, by intervals of body time: at most 32. */
  readonly series: Readonly<CappedSeries<Measure | 'attended'>>;
}

interface State {
  readonly tasks: Map<string, TaskRecord>;
  readonly series: CappedSeries<Measure | 'attended'>;
}

/** How long constraints hold, and which one is missing. Definition, unit, source and a worked example: the page below. */
export const constraintsOverTime: Metric<State, ConstraintsOverTimeResult> = {
  name: 'constraints-over-time',
  version: 1,
  reads: ['constraint.changed', 'task.closed', 'episode.ended'],
  page: {
    summary:
      'How long each cooperation constraint holds, how long until it does, and which one holds tasks up.',
    formula:
      'A task is attended while some seat is committed to it, in place at it or executing its terminal action (participation, spatial or temporal count > 0). A constraint holds while count ≥ required. Share of a constraint (of all: the four at once) = Σ over tasks of attended ticks in which it holds / Σ attended ticks. Time to satisfy = body time from the first attended tick of a task to the first from which the constraint holds for at least a tick; secondsTo = mean over the tasks in which all four ever hold at once. The bottleneck at a tick is the first of participation, dependency, spatial, temporal that does not hold; bottleneck of a task, and of the episode = the one for most attended ticks.',
    source:
      'Quorum. Corrects C of EmCoop (arXiv 2603.00349), ratios of tasks with any improvement and any worsening: about 0.5 for temporal by construction, and blind to how often and how long a constraint holds.',
    notes:
      'Who plans for a task, then goes there, then acts with the others meets the constraints in that order; where nobody plans for tasks (agent `random`) participation is the bottleneck even while enough push. Being on the way counts as spatial. Constraints are sampled every few ticks. A task that is never satisfied counts in shares and bottlenecks, not in secondsTo: read it beside satisfiedTasks. The series starts with intervals of a second, which double as the episode grows.',
    example:
      'A task requires 2. From tick 0 participation 2, spatial 0, temporal 0, dependency holds; spatial 2 from tick 60, temporal 2 from tick 90; closed at tick 120. Participation and dependency 1, spatial 60/120 = 0.5, temporal and all 30/120 = 0.25; secondsTo 1.5; bottleneck spatial for 60 ticks, temporal for 30: spatial.',
  },
  columns: [
    ...MEASURES.map((measure): Column<ConstraintsOverTimeResult> => ({
      name: measure,
      summary: `share of attended time in which ${measure === 'all' ? 'all four hold' : `${measure} holds`}`,
      unit: '1',
      range: '0 … 1 or null',
      value: ({ satisfiedTicks, attendedTicks }) => shareOf(satisfiedTicks[measure], attendedTicks),
    })),
    ...CONSTRAINTS.map((constraint): Column<ConstraintsOverTimeResult> => ({
      name: `${constraint}Bottleneck`,
      summary: `share of attended time in which ${constraint} is the first that does not hold`,
      unit: '1',
      range: '0 … 1 or null',
      value: ({ bottleneckTicks, attendedTicks }) => shareOf(bottleneckTicks[constraint], attendedTicks),
    })),
    {
      name: 'bottleneck',
      summary: 'the constraint that is so for longest',
      unit: 'word',
      range: 'constraint or null',
      value: ({ bottleneckTicks }) => longestBottleneck(bottleneckTicks),
    },
    {
      name: 'satisfiedTasks',
      summary: 'share of attended tasks in which all four ever hold at once',
      unit: '1',
      range: '0 … 1 or null',
      value: ({ tasks }) => shareOf(timesToAll(tasks).length, tasks.length),
    },
    {
      name: 'secondsTo',
      summary: 'body time until they do, mean over these tasks',
      unit: 's',
      range: '≥ 0 or null',
      value: ({ tasks }) => {
        const times = timesToAll(tasks);
        return shareOf(
          times.reduce((sum, seconds) => sum + seconds, 0),
          times.length,
        );
      },
    },
  ],
  init: () => ({
    tasks: new Map(),
    series: createSeries(recordOf([...MEASURES, 'attended'], () => [])),
  }),
  step(state, event) {
    if (event.type === 'constraint.changed') {
      const record = state.tasks.get(event.task) ?? createTaskRecord(event.tick);
      state.tasks.set(event.task, record);
      advance(state, record, event.tick);
      noteConstraint(record.constraints, event);
    } else if (event.type === 'task.closed') {
      const record = state.tasks.get(event.task);
      if (record !== undefined) advance(state, record, event.tick);
    } else if (event.type === 'episode.ended') {
      for (const record of state.tasks.values()) advance(state, record, event.tick);
    }
    return state;
  },
  result({ tasks, series }) {
    const attended = [...tasks].filter(([, record]) => record.attendedFrom !== null);
    const records = attended.map(([, record]) => record);
    const satisfied = records.map(({ satisfiedTicks }) => satisfiedTicks);
    const bottlenecks = records.map(({ bottleneckTicks }) => bottleneckTicks);
    return {
      attendedTicks: records.reduce((sum, { attendedTicks }) => sum + attendedTicks, 0),
      satisfiedTicks: recordOf(MEASURES, (measure) => sumOf(satisfied, measure)),
      bottleneckTicks: recordOf(CONSTRAINTS, (constraint) => sumOf(bottlenecks, constraint)),
      tasks: attended.map(([task, record]) => summariseRecord(task, record)),
      series: copySeries(series),
    };
  },
};

function advance({ series }: State, record: TaskRecord, tick: number): void {
  const stretch = advanceRecord(record, tick);
  if (stretch !== null) addToSeries(series, stretch.from, stretch.to, ['attended', ...stretch.satisfied]);
}

function timesToAll(tasks: readonly TaskSummary[]): number[] {
  return tasks.flatMap(({ secondsTo }) => (secondsTo.all === null ? [] : [secondsTo.all]));
}
