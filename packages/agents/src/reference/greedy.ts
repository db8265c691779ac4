import type { Json } from '@quorum/events';
import { z } from 'zod';
import type { Activation, AgentFactory } from '../contract/agent.js';
import { best, rate } from './rate.js';

/** How long a task is left alone after a plan for it has failed, virtual microseconds. */
const AVOID_MICROS = 10_000_000;

/** Virtual time until which each task is left alone. */
type Avoided = Readonly<Record<string, number>>;

/**
 * Everybody for the best they can see: the open move with the most points per metre of way and work, whoever else may
 * be after it. What has failed is left alone for a while; with nothing to do it wanders.
 */
export const greedy: AgentFactory = {
  name: 'greedy',
  summary: 'each seat alone takes the move with the most points per metre',
  version: 1,
  options: z.strictObject({}),
  modelKind: () => 'scripted',
  privileged: false,
  silent: true,
  create: (scenario) => ({
    init: () => ({}),
    decide: async (activation, state, { rng }) => {
      const avoided = remember(activation, state as Avoided);
      const choice = best(
        scenario.proposals(activation.observation).filter(({ task }) => avoided[task] === undefined),
        rate,
      );
      const plan =
        choice === undefined
          ? { task: null, actions: [scenario.randomAction(activation.observation, rng)] }
          : { task: choice.task, actions: choice.actions };
      return { state: avoided as Json, plan };
    },
  }),
};

/** Tasks to avoid from now on: those that are still within their time, and the one that has just failed. */
function remember({ time, plan, lastPlan }: Activation, before: Avoided): Avoided {
  const avoided = Object.fromEntries(Object.entries(before).filter(([, until]) => until > time));
  const failed = plan === null && lastPlan?.status === 'failed' ? lastPlan.task : null;
  return failed === null ? avoided : { ...avoided, [failed]: time + AVOID_MICROS };
}
