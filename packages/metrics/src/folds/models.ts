import { countColumn } from '../counts.js';
import type { Metric } from '../metric.js';

export interface ModelsResult {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens: number;
  /** Calls after the first of an activation. */
  readonly repairs: number;
  /** Activations whose decision could not be used. */
  readonly formatFailures: number;
  readonly errors: number;
  readonly timeouts: number;
  /** Calls of which the provider reported no usage. */
  readonly usageMissing: number;
}

type State = { -readonly [K in keyof ModelsResult]: ModelsResult[K] };

/** What the team asked of its models. Definition, unit, source and a worked example: the page below. */
export const models: Metric<State, ModelsResult> = {
  name: 'models',
  version: 1,
  reads: ['model.called', 'activation.ended'],
  page: {
    summary: 'How often models were called, what they read and wrote, and what went wrong.',
    formula:
      'calls = number of `model.called`; inputTokens, outputTokens, reasoningTokens = sums over them; repairs = those with call > 1; errors, timeouts = those with that outcome; usageMissing = those with `usageMissing`; formatFailures = number of `activation.ended` with outcome `invalid`.',
    source: 'Quorum. Tokens and calls as in the usage log of EmCoop (arXiv 2603.00349).',
    notes:
      'Input and output are counted by the pinned tokenizer, hidden reasoning as the provider reports it. A repeated call is a repair: the model is told what was wrong with its answer. Retries after a failure of the provider are no calls of their own. A scripted agent fails in format when its decision breaks the contract.',
    example:
      'An activation calls once (900 in, 60 out), a second one twice (900 and 950 in, 10 and 20 out) and is still invalid: calls 3, inputTokens 2750, outputTokens 90, repairs 1, formatFailures 1.',
  },
  columns: [
    countColumn('calls', 'calls', 'model calls', ({ calls }) => calls),
    countColumn('inputTokens', 'tokens', 'tokens read', ({ inputTokens }) => inputTokens),
    countColumn('outputTokens', 'tokens', 'tokens written', ({ outputTokens }) => outputTokens),
    countColumn('reasoningTokens', 'tokens', 'tokens of hidden reasoning', (r) => r.reasoningTokens),
    countColumn('repairs', 'calls', 'calls to repair an answer', ({ repairs }) => repairs),
    countColumn('formatFailures', 'activations', 'decisions that could not be used', (r) => r.formatFailures),
    countColumn('errors', 'calls', 'calls that ended in an error of the provider', ({ errors }) => errors),
    countColumn('timeouts', 'calls', 'calls that took too long', ({ timeouts }) => timeouts),
    countColumn('usageMissing', 'calls', 'calls without reported usage', (r) => r.usageMissing),
  ],
  init: () => ({
    calls: 0,
    inputTokens: 0,
    outputTokens: 0,
    reasoningTokens: 0,
    repairs: 0,
    formatFailures: 0,
    errors: 0,
    timeouts: 0,
    usageMissing: 0,
  }),
  step(state, event) {
    if (event.type === 'activation.ended' && event.outcome === 'invalid') state.formatFailures += 1;
    if (event.type !== 'model.called') return state;
    state.calls += 1;
    state.inputTokens += event.inputTokens;
    state.outputTokens += event.outputTokens;
    state.reasoningTokens += event.reasoningTokens;
    if (event.call > 1) state.repairs += 1;
    if (event.outcome === 'error') state.errors += 1;
    if (event.outcome === 'timeout') state.timeouts += 1;
    if (event.usageMissing) state.usageMissing += 1;
    return state;
  },
  result: (state) => ({ ...state }),
};
