/** What one signal did during one attempt. */
export interface Span {
  /** Ticks of the attempt in which the value was known. */
  ticks: number;
  /** Sum of value x ticks. */
  sum: number;
  /** Largest value held for at least one tick; null when there was none. */
  max: number | null;
  /** Value now. */
  value: number;
}

interface OpenAttempt {
  /** Integrated up to here. */
  tick: number;
  readonly spans: Map<string, Span>;
}

/**
 * Step-shaped signals of tasks (a constraint's deficit, a force), integrated over the tasks' attempts. A value holds
 * from the tick of its event until the next; at the start of an attempt the task's latest known value goes on holding.
 */
export interface AttemptSignals {
  readonly latest: Map<string, Map<string, number>>;
  readonly open: Map<string, OpenAttempt>;
}

export function createAttemptSignals(): AttemptSignals {
  return { latest: new Map(), open: new Map() };
}

/** An attempt at `task` begins. `initial`: values to assume for signals that have none yet. */
export function beginAttempt(
  state: AttemptSignals,
  task: string,
  tick: number,
  initial: Readonly<Record<string, number>> = {},
): void {
  const spans = new Map<string, Span>();
  for (const [signal, value] of Object.entries(initial)) spans.set(signal, newSpan(value));
  for (const [signal, value] of state.latest.get(task) ?? []) spans.set(signal, newSpan(value));
  state.open.set(task, { tick, spans });
}

/** A signal of `task` takes a new value. */
export function setSignal(
  state: AttemptSignals,
  task: string,
  signal: string,
  value: number,
  tick: number,
): void {
  const latest = state.latest.get(task);
  if (latest === undefined) state.latest.set(task, new Map([[signal, value]]));
  else latest.set(signal, value);

  const attempt = state.open.get(task);
  if (attempt === undefined) return;
  advance(attempt, tick);
  const span = attempt.spans.get(signal);
  if (span === undefined) attempt.spans.set(signal, newSpan(value));
  else span.value = value;
}

/** The attempt at `task` ends; returns its spans, for signals with a known value only. */
export function endAttempt(state: AttemptSignals, task: string, tick: number): ReadonlyMap<string, Span> {
  const attempt = state.open.get(task);
  if (attempt === undefined) return new Map();
  state.open.delete(task);
  advance(attempt, tick);
  return attempt.spans;
}

function newSpan(value: number): Span {
  return { ticks: 0, sum: 0, max: null, value };
}

function advance(attempt: OpenAttempt, tick: number): void {
  const ticks = tick - attempt.tick;
  attempt.tick = tick;
  if (ticks === 0) return;
  for (const span of attempt.spans.values()) {
    span.ticks += ticks;
    span.sum += span.value * ticks;
    span.max = span.max === null ? span.value : Math.max(span.max, span.value);
  }
}
