import {
  PROBE_VARIANTS,
  requestHash,
  varyMessage,
  type ModelClient,
  type ModelQuery,
  type ModelRequest,
  type ModelTool,
  type Probe,
  type ProbeVariant,
} from '@quorum/agents';
import { createRng } from '@quorum/env';
import { QuorumError, type EpisodeHeader, type JsonObject } from '@quorum/events';
import type { ProbeAnswer } from './probe-result.js';

/** A model and its options. */
export interface AskedModel {
  readonly model: string;
  readonly options: JsonObject;
}

/** What to ask. */
export interface ProbePlan {
  readonly header: EpisodeHeader;
  readonly seat: number;
  readonly decision: number;
  readonly probe: Probe;
  /** Positions of the new messages that are varied. */
  readonly positions: readonly number[];
  readonly repeats: number;
  readonly asked: AskedModel;
  /** What the episode asked: its model, and the hash of the request. */
  readonly logged: AskedModel & { readonly request: string };
}

/** A new message as a variant tells it; what is not varied stays as it is. Every repeat tells the same. */
export function variantOf({
  header,
  seat,
  decision,
  positions,
}: Pick<ProbePlan, 'header' | 'seat' | 'decision' | 'positions'>) {
  return (variant: ProbeVariant): Parameters<Probe['ask']>[1] =>
    (message, position) => {
      const rng = createRng(header.seed, 'probe', header.repeat, seat, decision, 'words', position);
      return positions.includes(position) ? varyMessage(message, variant, rng) : message;
    };
}

/**
 * Asks a model for the same decision with every variant, `repeats` times each. Repeats of one number have one seed, so
 * that variants differ in the message alone where models can be seeded.
 *
 * @param onAnswer called whenever one has come
 * @throws QuorumError `DIVERGED` when the logged request cannot be built again; `MODEL_UNAVAILABLE` when a model fails;
 * the reason of the signal
 */
export async function askVariants(
  plan: ProbePlan,
  client: ModelClient,
  signal: AbortSignal,
  onAnswer: (answer: ProbeAnswer) => void,
): Promise<ProbeAnswer[]> {
  await checkRequest(plan);
  const vary = variantOf(plan);
  const failed = new AbortController();
  const either = AbortSignal.any([signal, failed.signal]);
  const one = async (variant: ProbeVariant, repeat: number): Promise<ProbeAnswer> => {
    try {
      const tool = modelTool(plan, client, repeat, either);
      const answer = { variant, repeat, action: await plan.probe.ask(tool, vary(variant)) };
      onAnswer(answer);
      return answer;
    } catch (error) {
      // What else is under way is of no use any more.
      failed.abort(error);
      throw error;
    }
  };
  const all = PROBE_VARIANTS.flatMap((variant) =>
    Array.from({ length: plan.repeats }, (_, i) => one(variant, i + 1)),
  );
  const settled = await Promise.allSettled(all);
  signal.throwIfAborted();
  failed.signal.throwIfAborted();
  return settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** What is asked as it was has to be what was asked: nothing else shows that the prompt was read back whole. */
async function checkRequest({ probe, logged: { request, ...logged } }: ProbePlan): Promise<void> {
  const queries: ModelQuery[] = [];
  const listen: ModelTool = {
    ask: (query) => {
      queries.push(query);
      return Promise.resolve({ text: '' });
    },
  };
  await probe.ask(listen, (message) => message);
  const [first] = queries;
  if (first !== undefined && requestHash({ ...first, ...logged }) === request) return;
  throw new QuorumError('DIVERGED', 'the logged request cannot be built again from the log.', {
    fix: 'probe with the version of Quorum that played the episode.',
  });
}

/** Largest seed that every provider takes. */
const MAX_SEED = 2147483647;

function modelTool(
  { header, seat, decision, asked }: ProbePlan,
  client: ModelClient,
  repeat: number,
  signal: AbortSignal,
): ModelTool {
  let call = 0;
  return {
    async ask({ messages, schema }) {
      call += 1;
      const rng = createRng(header.seed, 'probe', header.repeat, seat, decision, repeat, call);
      const request: ModelRequest = { ...asked, messages, schema, seed: rng.integer(0, MAX_SEED) };
      const reply = await client.ask(request, signal);
      if (reply.outcome === 'answered') return { text: reply.text };
      throw new QuorumError('MODEL_UNAVAILABLE', `${asked.model}: ${reply.problem ?? reply.outcome}`, {
        fix: 'nothing was written; see that the model can be asked, then probe again.',
      });
    },
  };
}
