import { typeProblem } from '../schema/parse-event.js';

/** Where a log stands. */
export interface LogPosition {
  readonly seq: number;
  readonly tick: number;
  readonly time: number;
}

/**
 * What is wrong with the envelope of the event that should have number `seq` and follow `last`, in plain words; null
 * if nothing is. Checked even where schemas are not, so that every reader may rely on it.
 */
export function orderProblem(value: unknown, seq: number, last: LogPosition): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not an event';
  // Plain property reads: this runs once per event, and reading by computed key costs as much as parsing.
  const { type, seq: own, tick, time, inputs } = value as Record<string, unknown>;
  const unknownType = typeProblem(type);
  if (unknownType !== null) return unknownType;
  if (!isCount(own)) return 'field `seq` is not a whole number from 0';
  if (!isCount(tick)) return 'field `tick` is not a whole number from 0';
  if (!isCount(time)) return 'field `time` is not a whole number from 0';
  if (own !== seq) {
    return `\`seq\` is ${own} where ${seq} should follow: lines are missing, doubled or out of order`;
  }
  if (tick < last.tick) return `\`tick\` goes back from ${last.tick} to ${tick}`;
  if (time < last.time) return `\`time\` goes back from ${last.time} to ${time}`;
  if (!Array.isArray(inputs)) return 'field `inputs` is missing or no list';
  for (const input of inputs as unknown[]) {
    if (!isCount(input)) return 'field `inputs` does not hold event numbers';
    if (input === seq) return '`inputs` names the event itself';
    if (input > seq) return `\`inputs\` points forward to event ${input}`;
  }
  return null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
