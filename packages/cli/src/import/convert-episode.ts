import type { EventLog } from '@quorum/events';
import { convertCapabilities } from './convert-capabilities.js';
import { convertMessages } from './convert-messages.js';
import { convertPlans } from './convert-plans.js';
import { convertStages } from './convert-stages.js';
import { convertTasks } from './convert-tasks.js';
import type { Coop2Team } from './coop2-team.js';
import type { Coop2Episode } from './read-coop2.js';
import { maxScore, type TaskNeeds } from './task-needs.js';
import { writeTimeline, type Shifts } from './timeline.js';

/** The last environment step that any file names. */
export function lastStep({ logs }: Coop2Episode): number {
  return Math.max(
    0,
    ...Object.values(logs['agent_states.json']).map((rows) => rows.at(-1)?.[1] ?? 0),
    ...logs['plan_logs.json'].plan_history.map(({ end_step }) => end_step ?? 0),
    ...(logs['message_log.json'] ?? []).map(({ env_step }) => env_step),
    ...(logs['task_states.json'] ?? []).map(({ step }) => step),
    ...(logs['capability_changes.json'] ?? []).map(({ env_step }) => env_step),
    ...(logs['coop2_process_log.json'] ?? []).map(({ env_step }) => env_step),
  );
}

/**
 * Writes an episode as events.
 * @throws QuorumError `LOG_CORRUPT` naming file, line and field
 */
export function convertEpisode(
  episode: Coop2Episode,
  team: Coop2Team,
  needs: TaskNeeds,
  log: EventLog,
): Shifts {
  const max = maxScore(needs);
  const records = episode.logs['coop2_process_log.json'] ?? [];
  const sum = records
    .flatMap(({ score_events }) => score_events)
    .reduce((all, { points }) => all + points, 0);
  const score = episode.logs['team_score.json'] ?? sum;
  return writeTimeline(
    [
      ...convertTasks(episode, team, needs),
      ...convertMessages(episode, team, needs),
      ...convertStages(episode, team),
      ...convertPlans(episode, team),
      ...convertCapabilities(episode, team),
      {
        step: lastStep(episode),
        phase: 'minds',
        micros: null,
        draft: () => ({
          type: 'episode.ended',
          status: max > 0 && score >= max ? 'completed' : 'horizon',
          score,
          maxScore: max,
          inputs: [],
        }),
      },
    ],
    log,
  );
}
