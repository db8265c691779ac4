import { QuorumError, type EpisodeStatus } from '@quorum/events';
import type { ActivationRequest } from '../contract/protocol.js';
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

/**
 * Thinks through the pause between two ticks: until nothing is left to do at this instant and, behind a barrier, every
 * seat is ready; virtual time then jumps from one decision to the next while the world waits.
 *
 * @returns an ending if the episode cannot go on.
 */
export async function settle(context: EpisodeContext): Promise<Ending | null> {
  for (;;) {
    const requests = runProtocol(context);
    if (requests.length > 0) {
      const failures = await think(context, requests);
      if (failures.length > 0) return { status: 'agent_error', cause: failures };
    }
    const due = takeDue(context.team.queue, context.now);
    for (const entry of due) takeEffect(context, entry);
    if (due.length > 0) continue;

    if (context.header.clock.mode === 'async' || everyoneReady(context)) {
      setBodiesGoing(context);
      return null;
    }
    if (!jump(context)) return { status: 'deadline', cause: [] };
  }
}

/** Lets the protocol react to what has happened; returns the activations that it asks for. */
function runProtocol({ team, structure: { protocol }, now }: EpisodeContext): ActivationRequest[] {
  const requests: ActivationRequest[] = [];
  for (const event of team.protocolEvents.splice(0)) {
    const { state, activations, timeouts } = protocol.step(team.protocol, event);
    team.protocol = state;
    requests.push(...activations);
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
      `Protocol '${context.structure.protocol.name}' waits for nothing: a seat is not ready and nobody thinks.`,
    );
  }
  team.pauseMicros += Math.min(next.time, deadline) - now;
  return next.time < deadline;
}
