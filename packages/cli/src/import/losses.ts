import { outcomeOf, UNKNOWN_REASON } from './coop2-outcomes.js';
import type { Coop2File } from './coop2-schemas.js';
import type { Coop2Episode } from './read-coop2.js';
import type { TaskNeeds } from './task-needs.js';
import { maxScore } from './task-needs.js';
import type { Shifts } from './timeline.js';

/** What no import carries over. */
const ALWAYS: readonly string[] = [
  'where bodies are: no layout, no paths, no frames, and nothing that `quorum verify` could simulate again',
  'what agents were shown and what models answered, models, tokens and retries (llm_usage.json)',
  'how much of an item was gained or lost: a record is one gain or loss',
  'which message an agent read, and what it thought of it; deliveries count as at once, as there',
  'of repair: its checks without a request (coop2_trace.json), recipients, statements and guidance',
  'why an episode ended: `completed` if it has all points that its blocks give, otherwise `horizon`',
  'limits of steps and of time: the longest episode of the import stands for the horizon',
];

/** What is lost with a file that is missing. */
const WITHOUT: Readonly<Partial<Record<Coop2File, string>>> = {
  'message_log.json': 'no messages',
  'task_states.json': 'no constraint progress, and no most possible score',
  'capability_changes.json': 'no gains and losses',
  'coop2_process_log.json': 'no attempts, no points over time, and no tasks of plans',
  'team_score.json': 'the score is the sum of points over time',
};

/** What could not be carried over of the episodes of an import, each thing once. */
export function importLosses(
  imported: readonly { readonly episode: Coop2Episode; readonly needs: TaskNeeds; readonly shifts: Shifts }[],
): string[] {
  return [
    ...new Set([
      ...ALWAYS,
      ...imported.flatMap(({ episode, needs, shifts }) => [
        ...episode.missing.map((file) => `${file} is missing: ${WITHOUT[file] ?? ''}`),
        ...unknownReasons(episode),
        ...(maxScore(needs) === 0 ? ['the most points possible: shares of the score are null'] : []),
        ...roundedScores(episode),
        ...(shifts.events > 0
          ? ['the order of time: events that lay before an earlier step were moved up']
          : []),
      ]),
    ]),
  ];
}

function unknownReasons({ logs }: Coop2Episode): string[] {
  return logs['plan_logs.json'].plan_history.flatMap(({ failure_reason: reason }) =>
    reason !== null && outcomeOf(reason) === null
      ? [`the reason "${reason}" as an outcome: it is kept as a remark, the outcome is \`${UNKNOWN_REASON}\``]
      : [],
  );
}

function roundedScores({ logs }: Coop2Episode): string[] {
  const isExact = (score: number, required: number): boolean =>
    Math.abs(Math.min(1, score) * required - Math.round(Math.min(1, score) * required)) < 1e-6;
  const inexact = (logs['coop2_process_log.json'] ?? []).some(({ constraint_attempts }) =>
    constraint_attempts.some(({ scores, required }) =>
      [scores.spatial, scores.temporal, scores.dependency].some(
        (score) => score !== undefined && !isExact(score, required),
      ),
    ),
  );
  return inexact ? ['scores of attempts that are no count over what is required: they were rounded'] : [];
}
