import { QuorumError, type EpisodeStatus } from '@quorum/events';
import type { ActivationRequest } from '../contract/protocol.js';
import { checkPlans } from './check-plans.js';
import type { EpisodeContext } from './episode-context.js';
import { setBodiesGoing } from './plans.js';
import { enqueue, takeDue } from './queue.js';
import { everyoneReady } from './stages.js';
import { takeEffect } from './take-effect.js';
import { think } from './think.js';

/** Why an episode is over, and the events that say so. */
export interface Ending {
  readonly status: EpisodeStatus;
  readonly cause: readonly number[];
}

/** No team that makes sense reacts as often between two ticks; one that never stops would never be heard of again. */
const MAX_ROUNDS_PER_SEAT = 1000;

/**
 * Thinks through the pause between two ticks: until nothing is left to do at this instant and, behind a barrier, every
 * seat is ready; virtual time then jumps from one decision or delivery to the next while the world waits.
 *
 * @returns an ending if the episode cannot go on.
 */
export async function settle(context: EpisodeContext): Promise<Ending | null> {
  const rounds = MAX_ROUNDS_PER_SEAT * context.team.seats.length;
  for (let round = 0; round < rounds; round++) {
    letHappen(context);
    const requests = runProtocol(context);
    if (requests.length > 0) {
      const ending = await think(context, requests);
      if (ending !== null) return ending;
    } else if (!isDue(context)) {
      if (context.header.clock.mode === 'async' || everyoneReady(context)) {
        const next = checkPlans(context);
        if (next === 'go') {
          setBodiesGoing(context);
          return null;
        }
        if (next !== 'wait') {
          const ending = await think(context, next);
          if (ending !== null) return ending;
          continue;
        }
      }
      if (!jump(context)) return { status: 'deadline', cause: [] };
    }
  }
  throw new QuorumError(
    'INTERNAL',
    `Protocol '${context.protocol.name}' keeps the team thinking for ever between two ticks.`,
    { fix: 'Give the channel a budget of messages, or the protocol an end of talking.' },
  );
}

/**
 * Lets everything happen whose time has come. What has no delay happens before anybody reacts: who is called because a
 * teammate has spoken has heard it.
 */
function letHappen(context: EpisodeContext): void {
  while (isDue(context)) {
    for (const entry of takeDue(context.team.queue, context.now)) takeEffect(context, entry);
  }
}

function isDue({ team, now }: EpisodeContext): boolean {
  const next = team.queue[0];
  return next !== undefined && next.time <= now;
}

/** Lets the protocol react to what has happened; returns the activations that it asks for. */
function runProtocol(context: EpisodeContext): ActivationRequest[] {
  const { team, protocol, setup, now } = context;
  if (team.protocolEvents.length === 0) return [];
  const requests: ActivationRequest[] = [];
  const seats = team.seats.map(({ stage, thinking, plan }) => ({ stage, thinking, planned: plan !== null }));
  const view = { graph: context.links.graph, seats };
  for (const event of team.protocolEvents.splice(0)) {
    const { state, activations, timeouts } = protocol.step(team.protocol, event, view, setup);
    team.protocol = state;
    for (const request of activations) {
      requests.push(request);
      const asked = seats[request.seat];
      if (asked !== undefined) asked.thinking = true;
    }
    for (const { id, afterMicros } of timeouts) {
      enqueue(team.queue, { kind: 'timeout', time: now + afterMicros, seat: -1, id });
    }
  }
  return requests;
}

/** Moves virtual time to the next queue entry, but not past the deadline: false if that comes first. */
function jump(context: EpisodeContext): boolean {
  const { team, now, deadline } = context;
  const next = team.queue[0];
  if (next === undefined) {
    throw new QuorumError(
      'INTERNAL',
      `Protocol '${context.protocol.name}' waits for nothing: a seat is not ready and nobody thinks.`,
    );
  }
  team.pauseMicros += Math.min(next.time, deadline) - now;
  return next.time < deadline;
}
