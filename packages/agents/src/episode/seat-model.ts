import { QuorumError, type JsonObject } from '@quorum/events';
import { createRng } from '@quorum/env';
import { ModelFailure } from '../contract/model-failure.js';
import type { ModelAnswer, ModelQuery, ModelReply, ModelRequest, ModelTool } from '../contract/model.js';
import type { TapeKey } from '../contract/tape.js';
import { requestHash } from '../models/request-hash.js';
import { countTokens } from '../models/tokenizer.js';
import type { EpisodeContext } from './episode-context.js';

/** One call of a model, answered or failed. */
export interface ModelCall extends TapeKey {
  readonly request: string;
  readonly messages: ModelQuery['messages'];
  readonly reply: ModelReply;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Largest seed that every provider takes. */
const MAX_SEED = 2147483647;

/**
 * The model of one seat for one activation. Calls are made one after the other, however the agent asks, so that their
 * order is the agent's and not the host's. Nothing here touches the log: `commitCalls` does when all seats have decided.
 */
export class SeatModel implements ModelTool {
  readonly calls: ModelCall[] = [];
  /** What ends the episode: a failed provider, a used-up budget. */
  failure: ModelFailure | null = null;
  /** What ends the run: a model that cannot be had, a tape that does not hold the call, an abort. */
  fatal: { readonly error: unknown } | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  /**
   * @param place position among the seats with a model that think at this instant, and how many those are.
   */
  constructor(
    private readonly context: EpisodeContext,
    private readonly seat: number,
    private readonly place: { readonly index: number; readonly of: number },
  ) {}

  async ask(query: ModelQuery): Promise<ModelAnswer> {
    if (this.closed) throw new Error('A model was asked after the decision.');
    const turn = this.last.then(() => this.call(query));
    this.last = turn.catch(() => null);
    return turn;
  }

  /** Waits for calls that the agent has not waited for; later ones are refused. */
  async close(): Promise<void> {
    this.closed = true;
    await this.last;
  }

  private async call({ messages, schema }: ModelQuery): Promise<ModelAnswer> {
    if (this.failure !== null) throw this.failure;
    if (this.fatal !== null) throw this.fatal.error;
    const over = this.overBudget();
    if (over !== null) throw this.fail('model_budget', over);

    const { header } = this.context;
    const { model, modelOptions } = this.options();
    const key = {
      seat: this.seat,
      activation: this.context.seat(this.seat).activations,
      call: this.calls.length + 1,
    };
    const said = messages.map(({ role, parts }) => ({ role, parts: [...parts] }));
    const seed = createRng(header.seed, 'model', header.repeat, this.seat, key.activation, key.call).integer(
      0,
      MAX_SEED,
    );
    const asked: ModelRequest = { model, options: modelOptions, messages: said, schema, seed };
    const request = requestHash(asked);
    const reply = await this.answer(key, request, asked);
    this.calls.push({
      ...key,
      request,
      messages: said,
      reply,
      inputTokens: said.reduce(
        (sum, { parts }) => parts.reduce((part, text) => part + countTokens(text), sum),
        0,
      ),
      outputTokens: reply.outcome === 'answered' ? countTokens(reply.text) : 0,
    });
    if (reply.outcome !== 'answered') {
      throw this.fail('model_error', `${model}: ${reply.problem ?? reply.outcome}`);
    }
    return { text: reply.text };
  }

  private async answer(key: TapeKey, request: string, asked: ModelRequest): Promise<ModelReply> {
    const { tape, signal } = this.context.options;
    try {
      return (
        tape?.find(key, request) ?? (await this.context.client(asked.model, this.seat).ask(asked, signal))
      );
    } catch (error) {
      this.fatal = { error };
      throw error;
    }
  }

  private options(): { readonly model: string; readonly modelOptions: JsonObject } {
    const seat = this.context.header.team[this.seat];
    const model = seat?.options['model'];
    const modelOptions = seat?.options['modelOptions'] ?? {};
    if (typeof model !== 'string') {
      throw new QuorumError(
        'CONFIG_INVALID',
        `Agent '${seat?.agent}' asks a model without having the option 'model'.`,
      );
    }
    return { model, modelOptions: modelOptions as JsonObject };
  }

  /**
   * What the episode may not spend any more. Calls count as if all seats that think at this instant took turns, so that
   * no more are made than allowed and it does not matter whose answer comes first; of tokens, the seat knows those of
   * the instants before and its own.
   */
  private overBudget(): string | null {
    const { limits } = this.context.header;
    const { spent } = this.context.team;
    const turn = spent.calls + this.calls.length * this.place.of + this.place.index;
    if (limits.calls !== null && turn >= limits.calls) {
      return `The episode may make ${limits.calls} model calls.`;
    }
    const own = this.calls.reduce((sum, call) => sum + tokensOf(call), 0);
    if (limits.tokens !== null && spent.tokens + own >= limits.tokens) {
      return `The episode may use ${limits.tokens} tokens.`;
    }
    return null;
  }

  private fail(status: ModelFailure['status'], message: string): ModelFailure {
    this.failure = new ModelFailure(status, message);
    return this.failure;
  }
}

/** Tokens that count against the limit of an episode. */
export function tokensOf({ inputTokens, outputTokens, reply }: ModelCall): number {
  return inputTokens + outputTokens + (reply.usage?.reasoningTokens ?? 0);
}
