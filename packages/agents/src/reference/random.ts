import { z } from 'zod';
import type { AgentFactory } from '../contract/agent.js';

/** The lower reference: one random action after the other. */
export const random: AgentFactory = {
  name: 'random',
  summary: 'one random action after the other',
  version: 1,
  options: z.strictObject({}),
  modelKind: () => 'scripted',
  privileged: false,
  silent: true,
  create: (scenario) => ({
    init: () => null,
    decide: async (activation, state, { rng }) => ({
      state,
      plan: { task: null, actions: [scenario.randomAction(activation.observation, rng)] },
    }),
  }),
};
