import type { Json } from '@quorum/events';
import { createRng, type Scenario } from '@quorum/env';
import type { z } from 'zod';
import type { ModelClient, ModelRequest } from '../contract/model.js';
import { standInOptions } from '../models/model-options.js';
import { countTokens } from '../models/tokenizer.js';
import { Answerer } from './answer.js';
import { answerForTeam } from './answer-for-team.js';
import { garble, misname } from './knobs.js';
import { readSituation, type Situation } from './read-situation.js';

type Knobs = z.output<typeof standInOptions>;

/**
 * The stand-in for a language model: a test instrument that answers the very prompts that models get, by rules and at
 * once. It works out what to do from the text alone, chooses among the scenario's proposals, talks in sentences that it
 * understands itself, and errs as often as its knobs say. What it does about notices are rules, too (`failure-notice.ts`).
 * The same request always gets the same answer.
 */
export function ruleBased(scenario: Scenario): ModelClient {
  return {
    ask: (request) => {
      const text = answer(scenario, request);
      const input = request.messages.flatMap(({ parts }) => parts);
      return Promise.resolve({
        outcome: 'answered',
        text,
        usage: {
          inputTokens: input.reduce((sum, part) => sum + countTokens(part), 0),
          outputTokens: countTokens(text),
          reasoningTokens: 0,
        },
        latencyMs: 0,
        problem: null,
      });
    },
  };
}

function answer(scenario: Scenario, request: ModelRequest): string {
  const knobs = standInOptions.parse(request.options);
  const situation = readSituation(scenario, request);
  if (situation === null) return 'I do not understand what is asked of me.';
  const sound = soundAnswer(scenario, situation, knobs, request.seed) as unknown as Json;
  const rng = createRng(request.seed, 'format');
  return rng.uniform() < knobs.formatErrorRate ? garble(sound, rng) : JSON.stringify(sound);
}

function soundAnswer(scenario: Scenario, situation: Situation, knobs: Knobs, seed: number) {
  const happens = (name: string, share: number): boolean => createRng(seed, name).uniform() < share;
  const errs = happens('names', knobs.wrongIdRate);
  if (situation.seats.length > 0) {
    const { plans, ...rest } = answerForTeam(scenario, situation, seed);
    return { ...rest, plans: errs ? plans.map((plan) => ({ seat: plan.seat, ...misname(plan) })) : plans };
  }
  const answerer = new Answerer(scenario, situation, {
    ...{ staleness: knobs.staleness, verbosity: knobs.verbosity, seed },
    complies: happens('compliance', knobs.compliance),
  });
  switch (situation.purpose) {
    case 'speak':
      return answerer.speak();
    case 'reply':
      return answerer.reply();
    case 'summarise':
      return answerer.summarise();
    case 'interrupt': {
      const made = answerer.interrupt();
      return errs && made.plan !== null ? { ...made, plan: misname(made.plan) } : made;
    }
    case 'plan':
    case 'repair': {
      const made = answerer.plan();
      return errs ? { ...made, ...misname(made) } : made;
    }
  }
}
