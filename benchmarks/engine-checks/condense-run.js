import { pairedDifference, samplesOf, summarise } from '@quorum/metrics';
import { readRun } from '../../packages/cli/dist/run-folder/read-run.js';
import { describeCondition } from '../../packages/cli/dist/suite/describe-condition.js';
import { comparisons } from './comparisons.js';

const SCORE = 'score.share';
/** Columns whose mean per episode is kept beside the score. */
const COSTS = {
  inputTokens: 'models.inputTokens',
  outputTokens: 'models.outputTokens',
  messages: 'messages.sent',
  messageTokens: 'messages.tokens',
  formatFailures: 'models.formatFailures',
  chargedSeconds: 'thinking.chargedSeconds',
};

/** Four digits are more than twenty seeds can tell. */
const round = (value) => (value === null ? null : Number(value.toFixed(4)));
const roundInterval = (interval) =>
  interval === null ? null : { low: round(interval.low), high: round(interval.high) };

/** What a condition is, as far as these suites vary it. */
function describe({ header, settings }) {
  const { scenario, agents, modelKind, structure, communication, clock, channel, options, modelOptions } =
    describeCondition(header, settings);
  return {
    modelKind,
    scenario,
    agents,
    structure,
    communication,
    ...('sightMeters' in options && { sightMeters: options.sightMeters }),
    ...('compliance' in modelOptions && { compliance: modelOptions.compliance }),
    ...('formatErrorRate' in modelOptions && { formatErrorRate: modelOptions.formatErrorRate }),
    ...('loss' in settings.channel && { loss: channel.loss }),
    clockMode: clock.mode,
    clockProfile: clock.profile,
    timeScale: clock.timeScale,
  };
}

function condenseRow(row, episodes) {
  const { seeds, mean, sd, interval } = summarise(samplesOf(episodes, SCORE));
  const costs = Object.entries(COSTS).map(([name, column]) => [
    name,
    round(summarise(samplesOf(episodes, column)).mean),
  ]);
  return {
    ...row,
    episodes: episodes.length,
    seeds,
    mean: round(mean),
    sd: round(sd),
    interval: roundInterval(interval),
    perEpisode: Object.fromEntries(costs),
  };
}

function condenseDifference({ a, b, ...comparison }) {
  const { seeds, mean, interval, pValue } = pairedDifference(
    samplesOf(a.episodes, SCORE),
    samplesOf(b.episodes, SCORE),
  );
  return {
    modelKind: a.row.modelKind,
    ...comparison,
    seeds,
    mean: round(mean),
    interval: roundInterval(interval),
    pValue: round(pValue),
  };
}

/** Means per condition and the differences the suite was made for, from a run folder, finished or not. */
export function condenseRun(folder) {
  const { manifest, rows } = readRun(folder);
  const conditions = manifest.conditions
    .map((condition) => ({
      row: describe(condition),
      episodes: rows.filter((row) => row.condition === condition).map(({ result }) => result),
    }))
    .filter(({ episodes }) => episodes.length > 0);
  return {
    suite: manifest.suite,
    title: manifest.title,
    planned: manifest.episodes.length,
    played: rows.length,
    conditions: conditions.map(({ row, episodes }) => condenseRow(row, episodes)),
    differences: comparisons(manifest.suite, conditions).map(condenseDifference),
  };
}
