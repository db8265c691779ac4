import { CONSTRAINTS, type Constraint } from '@quorum/events';
import {
  PUBLISHED_STEP_TICKS,
  summarise,
  type ConstraintsOverTimeResult,
  type DurationResult,
  type PublishedFocusResult,
  type PublishedSeries,
  type Sample,
  type ScoreResult,
} from '@quorum/metrics';
import type { PageEpisode } from './page-data.js';

/** A mean over the episodes of a condition at a second of body time, with its band. */
export interface CoursePoint {
  readonly seconds: number;
  readonly mean: number;
  /** 95 % interval, seeds resampled as clusters; null where there are too few seeds. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How the episodes of a condition went on, over body time. */
export interface Course {
  /** Points by then: their share of the most possible, or their number where no most is known. */
  readonly score: readonly CoursePoint[];
  /** Share of the time at tasks in which each constraint held. */
  readonly holds: Readonly<Record<Constraint, readonly CoursePoint[]>>;
  /** Mean number of agents whose plan is for a task of a class. */
  readonly focus: readonly { readonly name: string; readonly seconds: number; readonly agents: number }[];
}

/** What an episode has of it, or null where it was played before there were such metrics. */
interface EpisodeCourse {
  readonly seed: number;
  readonly ticks: number;
  /** What its points are divided by. */
  readonly max: number;
  readonly focus: PublishedFocusResult;
  readonly constraints: ConstraintsOverTimeResult;
}

/**
 * The course of a condition. An episode that is over keeps its points and has no agents at tasks any more.
 * Null where no episode has one.
 */
export function courseOf(episodes: readonly PageEpisode[]): Course | null {
  const courses = episodes.flatMap((episode) => readCourse(episode) ?? []);
  if (courses.length === 0) return null;
  // Series coarsen by doubling, so that the longest interval is a multiple of all others.
  const interval = Math.max(...courses.map(({ constraints }) => constraints.series.ticksPerInterval));
  const count = Math.ceil(Math.max(...courses.map(({ ticks }) => ticks)) / interval);
  const intervals = Array.from({ length: count }, (_, i) => i);
  const endOf = (i: number): number => ((i + 1) * interval) / PUBLISHED_STEP_TICKS;
  const middleOf = (i: number): number => endOf(i - 0.5);
  return {
    score: [-1, ...intervals].flatMap((i) =>
      pointAt(
        endOf(i),
        courses.map(({ seed, focus, max }) => ({ seed, value: before(focus.score, endOf(i)) / max })),
      ),
    ),
    holds: Object.fromEntries(
      CONSTRAINTS.map((constraint) => [
        constraint,
        intervals.flatMap((i) =>
          pointAt(
            middleOf(i),
            courses.flatMap((course) => shareHeld(course, constraint, i, interval)),
          ),
        ),
      ]),
    ) as Record<Constraint, CoursePoint[]>,
    focus: classesOf(courses).flatMap((name) =>
      intervals.map((i) => ({
        name,
        seconds: middleOf(i),
        agents:
          courses.reduce((sum, { focus }) => sum + before(focus.agents[name] ?? [], middleOf(i)), 0) /
          courses.length,
      })),
    ),
  };
}

function readCourse({ seed, metrics }: PageEpisode): EpisodeCourse | null {
  const focus = metrics['published-focus'] as PublishedFocusResult | undefined;
  const constraints = metrics['constraints-over-time'] as ConstraintsOverTimeResult | undefined;
  const duration = metrics['duration'] as DurationResult | undefined;
  const score = metrics['score'] as ScoreResult | undefined;
  if (!focus || !constraints || !duration || !score) return null;
  return { seed, ticks: duration.ticks, max: score.max ?? 1, focus, constraints };
}

function classesOf(courses: readonly EpisodeCourse[]): string[] {
  return [...new Set(courses.flatMap(({ focus }) => Object.keys(focus.agents)))].sort();
}

function pointAt(seconds: number, samples: readonly Sample[]): CoursePoint[] {
  const { mean, interval } = summarise(samples);
  return mean === null ? [] : [{ seconds, mean, low: interval?.low ?? null, high: interval?.high ?? null }];
}

/** The value of a series just before a second; a step is a second. */
function before(series: PublishedSeries, seconds: number): number {
  return series.findLast(([step]) => step < seconds)?.[1] ?? 0;
}

/** Share of an interval's time at tasks in which a constraint held; nothing where nobody was at a task. */
function shareHeld(
  { seed, constraints: { series } }: EpisodeCourse,
  constraint: Constraint,
  i: number,
  interval: number,
): Sample[] {
  const parts = interval / series.ticksPerInterval;
  const sum = (ticks: readonly number[]): number =>
    ticks.slice(i * parts, (i + 1) * parts).reduce((total, each) => total + each, 0);
  const attended = sum(series.channels.attended);
  return attended === 0 ? [] : [{ seed, value: sum(series.channels[constraint]) / attended }];
}
