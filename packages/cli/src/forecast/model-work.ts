/** Calls of a model and their tokens. */
export interface ModelWork {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Work of an episode or more, by model name. */
export type WorkByModel = ReadonlyMap<string, ModelWork>;

export const NO_WORK: ModelWork = { calls: 0, inputTokens: 0, outputTokens: 0 };

/** Two pieces of work together. */
export function addCalls(a: ModelWork, b: ModelWork): ModelWork {
  return {
    calls: a.calls + b.calls,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
}

/** All pieces together, model by model. */
export function addWork(pieces: Iterable<readonly [model: string, work: ModelWork]>): WorkByModel {
  const sum = new Map<string, ModelWork>();
  for (const [model, work] of pieces) sum.set(model, addCalls(sum.get(model) ?? NO_WORK, work));
  return sum;
}

/** The same work so many times. */
export function timesWork(work: WorkByModel, factor: number): WorkByModel {
  return new Map(
    [...work].map(([model, { calls, inputTokens, outputTokens }]) => [
      model,
      { calls: calls * factor, inputTokens: inputTokens * factor, outputTokens: outputTokens * factor },
    ]),
  );
}
