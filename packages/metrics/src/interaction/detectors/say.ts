/** `agent 1`, `agents 0 and 2`, `agents 0, 1 and 2`; `nobody` for none. */
export function agents(seats: readonly number[]): string {
  if (seats.length === 0) return 'nobody';
  if (seats.length === 1) return `agent ${seats[0]}`;
  return `agents ${seats.slice(0, -1).join(', ')} and ${seats.at(-1)}`;
}

/** The same at the beginning of a sentence. */
export function Agents(seats: readonly number[]): string {
  const text = agents(seats);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `are` for several, else `is`. */
export const are = (seats: readonly number[]): string => (seats.length > 1 ? 'are' : 'is');

/** Events by number, in log order: `(#79 → #82)`. Long chains keep their ends. */
export function path(evidence: readonly number[]): string {
  const shown = evidence.length <= 6 ? evidence : [...evidence.slice(0, 3), null, ...evidence.slice(-2)];
  return `(${shown.map((seq) => (seq === null ? '…' : `#${seq}`)).join(' → ')})`;
}

/** Ticks as seconds of body time: `12.5 s`. */
export const bodySeconds = (ticks: number): string => seconds(ticks / 60);

/** Microseconds as seconds: `12.5 s`. */
export const virtualSeconds = (micros: number): string => seconds(micros / 1e6);

const seconds = (value: number): string => `${Math.round(value * 10) / 10} s`;

/** Numbers in ascending order without repetition. */
export const ascending = (numbers: Iterable<number>): number[] => [...new Set(numbers)].sort((a, b) => a - b);
