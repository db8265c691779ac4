import { runFolds, type EpisodeHeader, type QuorumEvent } from '@quorum/events';
import { actionOutcomes, type ActionOutcomesResult } from '../folds/action-outcomes.js';
import { duration, type DurationResult } from '../folds/duration.js';
import { score, type ScoreResult } from '../folds/score.js';
import { failures, type FailuresResult } from '../interaction/failures.js';
import {
  AGENT_SECOND_NAMES,
  AGENT_SECOND_PARTS,
  agentSeconds,
  type AgentSecondsResult,
} from '../process/agent-seconds.js';
import { BLOCK_CAUSES, blockedTime, type BlockedTimeResult } from '../process/blocked-time.js';
import { constraintsOverTime, type ConstraintsOverTimeResult } from '../process/constraints-over-time.js';
import { openWork, taskLine, type OpenTask } from './open-work.js';
import { verdict } from './verdict.js';

/** A part of an explanation. */
export interface ExplanationPart {
  readonly title: string;
  /** One sentence each. */
  readonly lines: readonly string[];
}

/** What went wrong in an episode and why, in words. */
export interface Explanation {
  /** The whole in one line. */
  readonly verdict: string;
  /** Parts without anything to say are left out. */
  readonly parts: readonly ExplanationPart[];
}

/** Most findings, tasks and outcomes told. */
const MOST_LINES = 8;

const CAUSES = {
  ownMind: 'their own thoughts',
  otherMinds: 'the thoughts of others',
  understaffed: 'tasks with too few agents',
  obstructed: 'obstacles',
  unplanned: 'having no plan',
} as const;

/**
 * Explains an episode, finished or not, from its log alone. Each sentence says what was measured; that one thing led to
 * another is claimed nowhere.
 */
export function explainEpisode(header: EpisodeHeader, events: Iterable<QuorumEvent>): Explanation {
  const folds = [
    score,
    duration,
    actionOutcomes,
    failures,
    agentSeconds,
    blockedTime,
    constraintsOverTime,
    openWork,
  ];
  const results = runFolds(folds, header, events);
  const found = results[failures.name] as FailuresResult;
  const tasks = results[openWork.name] as readonly OpenTask[];
  const parts = [
    { title: 'What was left undone', lines: cap(tasks.map(taskLine), 'tasks') },
    { title: 'What went wrong', lines: findingLines(found) },
    {
      title: 'Where the time went',
      lines: timeLines(
        results[agentSeconds.name] as AgentSecondsResult,
        results[blockedTime.name] as BlockedTimeResult,
      ),
    },
    {
      title: 'What was missing',
      lines: bottleneckLines(results[constraintsOverTime.name] as ConstraintsOverTimeResult),
    },
    {
      title: 'Actions that failed',
      lines: actionLines(results[actionOutcomes.name] as ActionOutcomesResult),
    },
  ];
  const ending = results[duration.name] as DurationResult;
  const points = results[score.name] as ScoreResult;
  return {
    verdict: verdict({ score: points, duration: ending, tasks, findings: found.findings }),
    parts: parts.filter(({ lines }) => lines.length > 0),
  };
}

function findingLines({ findings }: FailuresResult): string[] {
  const lines = (severity: string): string[] =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(({ time, rule, sentence }) => `${seconds(time)} ${rule}: ${sentence}`);
  return [...cap(lines('failure'), 'failures'), ...cap(lines('warning'), 'warnings')];
}

function timeLines({ micros }: AgentSecondsResult, { micros: blocked }: BlockedTimeResult): string[] {
  const spent = shares(AGENT_SECOND_PARTS, micros, AGENT_SECOND_NAMES);
  const causes = shares(BLOCK_CAUSES, blocked, CAUSES);
  return [
    ...(spent === '' ? [] : [`Agents spent their time ${spent}.`]),
    ...(causes === '' ? [] : [`Of the time in which they did not get on, ${causes}.`]),
  ];
}

/** `waiting 41 %, walking 30 %`, most first. */
function shares<P extends string>(
  parts: readonly P[],
  amounts: Readonly<Record<P, number>>,
  names: Readonly<Record<P, string>>,
): string {
  const whole = parts.reduce((sum, part) => sum + amounts[part], 0);
  if (whole === 0) return '';
  return parts
    .map((part) => ({ name: names[part], share: Math.round((100 * amounts[part]) / whole) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ name, share }) => `${name} ${share} %`)
    .join(', ');
}

function bottleneckLines({
  attendedTicks,
  satisfiedTicks,
  bottleneckTicks,
}: ConstraintsOverTimeResult): string[] {
  if (attendedTicks === 0) return [];
  const held = Math.round((100 * satisfiedTicks.all) / attendedTicks);
  const missing = Object.entries(bottleneckTicks)
    .filter(([, ticks]) => Math.round((100 * ticks) / attendedTicks) > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([constraint, ticks]) => `${constraint} ${Math.round((100 * ticks) / attendedTicks)} %`);
  const first = `While a task had agents on it, all its constraints held ${held} % of the time.`;
  return missing.length === 0 ? [first] : [first, `First missing: ${missing.join(', ')} of the time.`];
}

function actionLines({ byType }: ActionOutcomesResult): string[] {
  const failed = Object.entries(byType).flatMap(([type, outcomes]) =>
    Object.entries(outcomes)
      .filter(([outcome]) => !['success', 'replaced', 'episode_ended'].includes(outcome))
      .map(([outcome, count]) => ({ text: `${type} ended with ${outcome} ${count}×.`, count })),
  );
  return cap(
    failed.sort((a, b) => b.count - a.count).map(({ text }) => text),
    'outcomes',
  );
}

function cap(lines: readonly string[], noun: string): string[] {
  const rest = lines.length - MOST_LINES;
  return rest <= 1 ? [...lines] : [...lines.slice(0, MOST_LINES), `… and ${rest} more ${noun}.`];
}

const seconds = (micros: number): string => `${(micros / 1e6).toFixed(1)} s`;
