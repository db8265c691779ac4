import { formatDollars } from '../output/dollars.js';
import { teamLabel } from '../suite/team.js';
import type { PlannedEpisode } from '../suite/plan-suite.js';
import type { ModelSession } from './model-session.js';
import type { PlayedEpisode } from './play-episode.js';

/** One line about a finished episode, for logs of long runs. */
export function episodeLine(
  { header, condition }: PlannedEpisode,
  result: PlayedEpisode,
  models: Pick<ModelSession, 'price'> | null,
): string {
  const { spec } = condition.cell;
  const team = `${teamLabel(spec.team)}, ${header.structure}`;
  const what = `${spec.scenario}, ${team}, seed ${header.seed}, repeat ${header.repeat}`;
  const score = `${result.score} of ${result.maxScore} points`;
  const usage = models?.price(result.usage) ?? [];
  const dollars = usage.reduce((sum, use) => sum + (use.dollars ?? 0), 0);
  const cost = dollars > 0 ? `, US$ ${formatDollars(dollars)}` : '';
  return `${what}: ${score}, ended by ${result.status}, ${(result.wallMs / 1000).toFixed(1)} s${cost}`;
}
