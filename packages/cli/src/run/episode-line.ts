import { teamLabel } from '../suite/team.js';
import type { PlannedEpisode } from '../suite/plan-suite.js';
import type { PlayedEpisode } from './play-episode.js';

/** One line about a finished episode, for logs of long runs. */
export function episodeLine({ header, condition }: PlannedEpisode, result: PlayedEpisode): string {
  const { spec } = condition.cell;
  const what = `${spec.scenario}, ${teamLabel(spec.team)}, seed ${header.seed}, repeat ${header.repeat}`;
  const score = `${result.score} of ${result.maxScore} points`;
  return `${what}: ${score}, ended by ${result.status}, ${(result.wallMs / 1000).toFixed(1)} s`;
}
