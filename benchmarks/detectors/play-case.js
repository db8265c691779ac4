import { createHeader, ruleBased, runEpisode } from '@quorum/agents';
import { createDetection, detectors } from '@quorum/metrics';
import { memoryLog } from '../perf/episode.js';
import { circleClosed } from './circle.js';

const models = { client: (_model, scenario) => ruleBased(scenario) };

/** Kept of a finding. */
const brief = ({ rule, severity, time, seats, evidence }) => ({ rule, severity, time, seats, evidence });

/** When points were scored or an attempt succeeded: what counts as progress for the naive baseline. */
const isProgress = ({ type, success }) =>
  type === 'score.changed' || (type === 'attempt.ended' && success === true);

/** What was spoilt, and the messages, plans and judgements that followed from it at once. */
function stepsOf(events, inputs) {
  const follows = (of) =>
    events.filter(({ type, inputs: behind }) => FOLLOWS.has(type) && behind.some((seq) => of.includes(seq)));
  const said = follows(inputs).map(({ seq }) => seq);
  return [...inputs, ...said, ...follows(said).map(({ seq }) => seq)];
}

const FOLLOWS = new Set(['message.sent', 'message.lost', 'message.claimJudged', 'plan.committed']);

/** When the fault struck, whom, and what. A circular wait strikes from when the circle has closed. */
function strikesOf(events, header) {
  const strikes = events
    .filter(({ type }) => type === 'fault.injected')
    .map(({ time, seat, inputs }) => ({ time, seat, steps: stepsOf(events, inputs) }));
  if (header.fault?.name !== 'circular-wait') return strikes;
  const closed = circleClosed(events);
  if (closed === null) return [];
  const before = strikes.filter(({ time }) => time <= closed);
  return strikes.slice(before.length - 1);
}

/**
 * Plays one episode of stand-ins and looks at its log with each set of thresholds.
 *
 * @param {{ spec: import('@quorum/agents').EpisodeSpec, thresholds: readonly object[] }} task
 */
export async function playCase({ spec, thresholds }) {
  const header = createHeader(spec);
  const events = [];
  const { score, maxScore, timeMicros } = await runEpisode(header, {
    log: memoryLog(header, events),
    models,
  });
  const findings = thresholds.map((set) => {
    const detection = createDetection(header, set);
    return events.flatMap((event) => detection.push(event)).map(brief);
  });
  return {
    share: score / maxScore,
    end: timeMicros,
    activations: events.filter(({ type }) => type === 'activation.started').length,
    strikes: strikesOf(events, header),
    progress: events.filter(isProgress).map(({ time }) => time),
    timeouts: events
      .filter(({ type, outcome }) => type === 'plan.ended' && outcome === 'timeout')
      .map(({ seat, time }) => ({ seat, time })),
    cannotFire: detectors.flatMap((one) => {
      const reason = one.canFire(header);
      return reason === true ? [] : [{ rule: one.id, reason }];
    }),
    findings,
  };
}
