import type { Usage } from '../clock/clock-profile.js';
import { contentHash } from './content-hash.js';
import type { EpisodeContext } from './episode-context.js';
import { tokensOf, type ModelCall } from './seat-model.js';
import { keep } from './show.js';

/**
 * Logs and tapes the model calls of one activation and counts what they spent; returns what the clock charges for.
 *
 * @param started `seq` of its `activation.started`
 */
export function commitCalls(context: EpisodeContext, calls: readonly ModelCall[], started: number): Usage {
  const usage = { modelCalls: 0, inputTokens: 0, outputTokens: 0, reasoningTokens: 0, latencyMs: 0 };
  for (const call of calls) {
    logCall(context, call, started);
    const { seat, activation, call: number, request, reply } = call;
    context.options.onModelCall?.({ seat, activation, call: number, request, reply });
    context.team.spent.calls += 1;
    context.team.spent.tokens += tokensOf(call);
    usage.modelCalls += 1;
    usage.inputTokens += call.inputTokens;
    usage.outputTokens += call.outputTokens;
    usage.reasoningTokens += reply.usage?.reasoningTokens ?? 0;
    usage.latencyMs += reply.latencyMs;
  }
  return usage;
}

function logCall(context: EpisodeContext, made: ModelCall, started: number): void {
  const { seat, call, request, messages, reply, inputTokens, outputTokens } = made;
  const inputs = [started];
  const store = (text: string): string => {
    const hash = contentHash(text);
    keep(context, hash, text, inputs);
    return hash;
  };
  const prompt = messages.flatMap(({ role, parts }) => parts.map((part) => ({ role, part: store(part) })));
  context.emit({
    type: 'model.called',
    seat,
    call,
    request,
    prompt,
    outcome: reply.outcome,
    answer: reply.outcome === 'answered' ? store(reply.text) : null,
    inputTokens,
    outputTokens,
    reasoningTokens: reply.usage?.reasoningTokens ?? 0,
    usageMissing: reply.outcome === 'answered' && reply.usage === null,
    ...(reply.problem === null ? {} : { problem: reply.problem }),
    inputs,
  });
}
