import type { JsonObject, Json } from '@quorum/events';
import { createRng, type Scenario } from '@quorum/env';
import { chat } from '../chat/chat.js';
import { activationOf } from '../chat/testing.js';
import type { Activation, Decision } from '../contract/agent.js';
import type { ModelRequest } from '../contract/model.js';
import { line } from '../testing/line-scenario.js';
import { ruleBased } from './rule-based.js';

/** What a test varies: knobs, options of the agent, and so on. */
export interface Exchange {
  readonly activation?: Partial<Activation>;
  readonly knobs?: JsonObject;
  readonly options?: JsonObject;
  readonly state?: Json;
  readonly seed?: number;
  readonly scenario?: Scenario;
}

/** Lets a `chat` agent with the stand-in for a model decide; tells what the model was asked and what it said. */
export async function exchange({
  activation = {},
  knobs = {},
  options = {},
  state,
  seed = 1,
  scenario = line,
}: Exchange): Promise<{ decision: Decision; requests: ModelRequest[]; texts: string[] }> {
  const requests: ModelRequest[] = [];
  const texts: string[] = [];
  const agent = chat.create(scenario, chat.options.parse(options));
  const client = ruleBased(scenario);
  const decision = await agent.decide(activationOf(activation), state ?? agent.init(0), {
    rng: createRng(1, 'test'),
    model: {
      ask: async (query) => {
        const request = { ...query, model: 'rule-based', options: knobs, seed: seed * 100 + requests.length };
        const { text } = await client.ask(request);
        requests.push(request);
        texts.push(text);
        return { text };
      },
    },
  });
  return { decision, requests, texts };
}

/** A mark on the line that a test agent at 3 m sees. */
export const mark = (id: string, x: number, required: number): JsonObject => ({
  id,
  x,
  required,
  open: true,
});

/** What an agent at 3 m sees, with these marks. */
export const lineView = (...marks: readonly JsonObject[]): JsonObject => ({ self: { x: 3 }, marks });
