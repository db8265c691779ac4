/** A JSON string as part of a regular expression. */
export const QUOTED = String.raw`"(?:[^"\\]|\\.)*"`;

/** A value as JSON on one line, whatever its strings hold: JSON itself leaves two kinds of line ends as they are. */
export const toLine = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'));

/** `12.3 s`: virtual time as prompts state it, to a tenth of a second. */
export const seconds = (micros: number): string => `${(micros / 1_000_000).toFixed(1)} s`;

/** `agent 2`, `agents 1, 2`, `nobody`. */
export function nameSeats(seats: readonly number[]): string {
  if (seats.length === 0) return 'nobody';
  return `${seats.length === 1 ? 'agent' : 'agents'} ${seats.join(', ')}`;
}

/** The inverse of `nameSeats`. */
export function readSeats(text: string): number[] {
  const list = /^agents? (\d+(?:, \d+)*)/.exec(text)?.[1];
  return list === undefined ? [] : list.split(', ').map(Number);
}
