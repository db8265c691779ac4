import * as fc from 'fast-check';
import type { Agent } from '../contract/agent.js';
import type { ModelProvider } from '../contract/model.js';
import { structures } from '../structures/structures.js';
import { openFloor } from './open-floor.js';
import type { Play } from './play.js';
import { answer, scriptModels } from './script-models.js';
import { talker } from './talker.js';

const channels = fc.record({
  latencySeconds: fc.constantFrom(0, 0.05, 0.7),
  jitterSeconds: fc.constantFrom(0, 0.4),
  loss: fc.constantFrom(0, 0.3),
  duplication: fc.constantFrom(0, 0.3),
  reordering: fc.constantFrom(0, 0.3),
  corruption: fc.constantFrom(0, 0.1),
  gate: fc.constantFrom('always', 'plan-boundary', 'on-failure', 'interval'),
  content: fc.constantFrom('open', 'open', 'withheld', 'scrambled', 'delayed', 'fixed-text'),
  messages: fc.constantFrom(1, 4),
  windowSeconds: fc.constantFrom(1, 3),
});

/** Talk without rules, where interruptions may come at any time. */
const unruly: Partial<Play> = { topology: { name: 'full' }, protocol: openFloor };

/** A talking team on the line in any structure, over any channel, with any price of thinking. */
export const talkingPlays = (decide: Agent['decide'] = talker): fc.Arbitrary<Play> =>
  fc
    .record({
      parts: fc.oneof(
        fc.constant(unruly),
        fc.constantFrom(...structures).map(({ name }): Partial<Play> => ({ structure: name })),
      ),
      channel: channels,
      seats: fc.integer({ min: 2, max: 5 }),
      mode: fc.constantFrom('barrier' as const, 'async' as const),
      callMicros: fc.constantFrom(0, 16_666, 130_001),
      tokenMicros: fc.constantFrom(0, 7_001),
      seed: fc.nat(1000),
      deadlineSeconds: fc.constantFrom(60, 60, 3.3),
    })
    .map(({ parts, channel, seats, mode, callMicros, tokenMicros, seed, deadlineSeconds }) => ({
      ...parts,
      channel,
      mode,
      seed,
      team: Array.from({ length: seats }, () => decide),
      model: 'test:one',
      charge: ({ modelCalls, inputTokens, outputTokens }) =>
        modelCalls * callMicros + (inputTokens + outputTokens) * tokenMicros,
      horizonSeconds: 4,
      deadlineSeconds,
    }));

/** A model that answers a few words, the same to the same request and seed. */
export const parrot: ModelProvider = scriptModels(({ seed }) =>
  answer(Array.from({ length: 1 + (seed % 5) }, (_, i) => `word${(seed >>> i) % 50}`).join(' ')),
);
