import { median } from '../perf/measure.js';

/** A fault that strikes later than this before the end leaves no time to be seen, microseconds. */
const TIME_TO_SHOW = 30_000_000;
const MICROS = 1_000_000;

/** Shares of episodes with the failure at which precision is told. */
const PREVALENCES = [0.01, 0.05, 0.2];

/** Whether the fault of a played case struck early enough to be found. */
export const isStruck = ({ record: { strikes, end } }) =>
  strikes.length > 0 && end - strikes[0].time >= TIME_TO_SHOW;

/** Findings of one of the rules, with this set of thresholds, from the first strike on. */
export function findingsAfter({ record: { strikes, findings } }, rules, set) {
  const since = strikes[0]?.time ?? 0;
  return findings[set].filter(({ rule, time }) => rules.includes(rule) && time >= since);
}

/** What a rule misses and finds: `struck` are cases it should see, `clean` those it should not flag. */
export function scoreRule(struck, clean, rule, set) {
  const found = struck.map((one) => findingsAfter(one, [rule], set)[0]);
  const delays = found.flatMap((finding, i) =>
    finding === undefined ? [] : [(finding.time - struck[i].record.strikes[0].time) / MICROS],
  );
  const alarms = clean.map(({ record }) => record.findings[set].filter((one) => one.rule === rule).length);
  return rates(delays, struck.length, alarms, clean);
}

/** Rates from delays of what was found, in seconds, and the number of alarms in each clean case. */
export function rates(delays, struck, alarms, clean) {
  const recall = delays.length / struck;
  const falseAlarms = alarms.filter((count) => count > 0).length;
  const activations = clean.reduce((sum, { record }) => sum + record.activations, 0);
  return {
    struck,
    found: delays.length,
    recall,
    delaySeconds: median(delays),
    clean: clean.length,
    falseAlarms,
    alarmsPer100: (100 * alarms.reduce((sum, count) => sum + count, 0)) / activations,
    precision: PREVALENCES.map((share) => precisionAt(share, recall, falseAlarms / clean.length)),
    // With as many false alarms as a 95 % bound allows.
    precisionAtLeast: PREVALENCES.map((share) =>
      precisionAt(share, recall, upperBound(falseAlarms, clean.length)),
    ),
  };
}

/** Share of flagged episodes that have the failure, where `share` of all have it. */
function precisionAt(share, recall, falseRate) {
  const flagged = share * recall + (1 - share) * falseRate;
  return flagged === 0 ? NaN : (share * recall) / flagged;
}

/** One-sided upper 95 % bound of a share (Wilson). */
function upperBound(hits, n) {
  const z = 1.645;
  const p = hits / n;
  const middle = p + (z * z) / (2 * n);
  return (middle + z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
}

/** F1 at a fifth of episodes with the failure. */
export function quality({ recall, precision }) {
  const fifth = precision.at(-1);
  return Number.isNaN(fifth) || recall === 0 ? 0 : (2 * recall * fifth) / (recall + fifth);
}

/** Of findings, how many name a seat whose fault it is, how many seats they name, and how many rest on a step that was spoilt. */
export function attribution(cases, rules, set) {
  const judged = cases.flatMap((one) =>
    findingsAfter(one, rules, set).map(({ seats, evidence, time }) => {
      const before = one.record.strikes.filter((strike) => strike.time <= time);
      return {
        seat: before.some(({ seat }) => seats.includes(seat)),
        named: seats.length,
        step: before.some(({ steps }) => steps.some((seq) => evidence.includes(seq))),
      };
    }),
  );
  const count = (key) => judged.filter((one) => one[key]).length;
  const named = judged.reduce((sum, one) => sum + one.named, 0);
  return { findings: judged.length, named, seat: count('seat'), step: count('step') };
}
