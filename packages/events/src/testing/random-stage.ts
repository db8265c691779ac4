import type { Json } from '../core/json.js';
import type { EventDraft } from '../log/events.js';

/** Random values that a move may use. */
export interface Values {
  readonly seat: number;
  readonly task: number;
  readonly pick: number;
  readonly amount: number;
  readonly text: string;
  readonly content: Json;
  readonly ticks: number;
  readonly thinkMicros: number;
}

/** A message that has not arrived yet. */
interface Letter {
  readonly sent: number;
  readonly from: number;
  readonly to: number;
}

/** Writes events in an order that a real episode could have: nothing ends that has not begun. */
export interface Stage {
  readonly seats: number;
  readonly tasks: number;
  emit(draft: EventDraft): number;
  /** `seq` of what is under way, by name. */
  readonly open: Map<string, number>;
  readonly done: Set<number>;
  readonly letters: Letter[];
  score: number;
}

/** A few events that belong together. */
export type Move = (stage: Stage, values: Values) => void;

export const at = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;
export const taskId = (task: number): string => `block-${task}:west`;
export const causes = (...seqs: (number | undefined)[]): number[] => seqs.filter((seq) => seq !== undefined);

/** Logs a content unless the log holds it already; returns its hash. */
export function keep(stage: Stage, content: Json, inputs: readonly number[]): string {
  const hash = `hash of ${JSON.stringify(content)}`;
  if (!stage.open.has(hash)) {
    stage.open.set(hash, stage.emit({ type: 'observation.content', inputs, hash, content }));
  }
  return hash;
}
