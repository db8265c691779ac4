import { startFolds, type EpisodeHeader, type QuorumEvent } from '@quorum/events';
import {
  duration,
  openWork,
  score,
  verdict,
  type DurationResult,
  type Finding,
  type OpenTask,
  type ScoreResult,
} from '@quorum/metrics';

/** How an episode went, as far as its log has come. */
export interface Verdict {
  push(event: QuorumEvent): void;
  /** The line that `quorum explain` begins with. */
  line(findings: readonly Finding[]): string;
}

/** Starts the verdict of an episode. */
export function createVerdict(header: EpisodeHeader): Verdict {
  const folds = startFolds([score, duration, openWork], header);
  return {
    push: (event) => folds.push(event),
    line(findings) {
      const results = folds.results();
      return verdict({
        score: results[score.name] as ScoreResult,
        duration: results[duration.name] as DurationResult,
        tasks: results[openWork.name] as readonly OpenTask[],
        findings,
      });
    },
  };
}
