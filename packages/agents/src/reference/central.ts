import type { Proposal } from '@quorum/env';
import { z } from 'zod';
import type { AgentFactory, SeatView } from '../contract/agent.js';
import { assignTeam } from './assign-team.js';

/** How long a seat waits that nothing needs, seconds. */
const IDLE_SECONDS = 1;

/**
 * The upper reference: sees everything, knows all committed plans. Every seat works out the same joint assignment of
 * the seats without a plan and takes its own part, so the team acts as if led by one mind.
 */
export const central: AgentFactory = {
  name: 'central',
  summary: 'one mind assigns all seats, with full view (upper reference)',
  version: 1,
  options: z.strictObject({}),
  modelKind: () => 'scripted',
  privileged: true,
  silent: true,
  create: (scenario) => ({
    init: () => null,
    decide: async ({ seat, team, plan, lastPlan, observation }, state) => {
      if (plan !== null) return { state, resume: true };
      const share = jointAssignment(team ?? [], (view) =>
        view.observation === null ? [] : scenario.proposals(view.observation),
      ).get(seat);
      if (share !== undefined) return { state, plan: { task: share.task, actions: share.actions } };
      const wait = scenario.idle(IDLE_SECONDS);
      // Where the way aside is barred, waiting is all that is left.
      const barred = lastPlan?.status === 'failed' && lastPlan.task === null;
      const actions = barred ? [wait] : [scenario.standBy(observation), wait];
      return { state, plan: { task: null, actions } };
    },
  }),
};

/** Seats asked at one instant are shown the same team, so they need to work it out only once. */
const known = new WeakMap<readonly SeatView[], ReadonlyMap<number, Proposal>>();

function jointAssignment(
  team: readonly SeatView[],
  proposals: (view: SeatView) => readonly Proposal[],
): ReadonlyMap<number, Proposal> {
  let assignment = known.get(team);
  if (assignment === undefined) {
    assignment = assignTeam(team, proposals);
    known.set(team, assignment);
  }
  return assignment;
}
