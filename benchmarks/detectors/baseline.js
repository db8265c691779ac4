import { rates } from './score.js';

const MICROS = 1_000_000;

/** Values of τ that are tried, virtual seconds. */
export const TAUS = [15, 20, 30, 45, 60, 90];

/** When "no progress for τ seconds" would ring after `since`, microseconds; undefined if never. */
function firstAlarm({ progress, end }, tau, since) {
  const marks = [0, ...progress, end];
  for (let i = 1; i < marks.length; i++) {
    const rings = marks[i - 1] + tau * MICROS;
    if (rings < marks[i] && rings >= since) return rings;
  }
  return undefined;
}

/** The naive baseline: rings when for τ seconds no points were scored and no attempt succeeded. It names nobody. */
export function scoreBaseline(struck, clean, tau) {
  const delays = struck.flatMap(({ record }) => {
    const since = record.strikes[0].time;
    const rings = firstAlarm(record, tau, since);
    return rings === undefined ? [] : [(rings - since) / MICROS];
  });
  const alarms = clean.map(({ record }) => (firstAlarm(record, tau, 0) === undefined ? 0 : 1));
  return rates(delays, struck.length, alarms, clean);
}
