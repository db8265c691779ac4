/**
 * What a bench measured. A target is a number that `value` must not exceed (`atMost`) or fall below (`atLeast`).
 * @typedef {{ name: string, value: number, unit: string, atMost?: number, atLeast?: number, note?: string }} Result
 */

/**
 * Whether a result meets its target; null when it has none.
 * @param {Result} result
 */
export function isMet({ value, atMost, atLeast }) {
  if (atMost !== undefined) return value <= atMost;
  if (atLeast !== undefined) return value >= atLeast;
  return null;
}

/**
 * Ratios (unit `x`) that miss their target: what `--check` objects to. Absolute times depend on the machine.
 * @template {Result} R
 * @param {readonly R[]} results
 */
export function missedRatios(results) {
  return results.filter((result) => result.unit === 'x' && isMet(result) === false);
}

/**
 * Three digits are all that a measurement of time is worth.
 * @param {number} value
 */
function formatValue(value) {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

/** @param {Result} result */
function formatTarget({ atMost, atLeast }) {
  if (atMost !== undefined) return `≤ ${atMost}`;
  return atLeast === undefined ? '' : `≥ ${atLeast}`;
}

export const TABLE_HEAD = ['what', 'value', 'unit', 'target', 'met'];

/**
 * Results as cells under `TABLE_HEAD`; a missed target stands out.
 * @param {readonly Result[]} results
 */
export function tableRows(results) {
  return results.map((result) => {
    const met = isMet(result);
    const verdict = met === null ? '' : met ? 'yes' : 'MISSED';
    return [result.name, formatValue(result.value), result.unit, formatTarget(result), verdict];
  });
}
