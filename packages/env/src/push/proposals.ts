import type { Proposal } from '../contract/proposal.js';
import { distance } from '../navigation/point.js';
import { AGENT_FORCE_NEWTONS, AGENT_SPEED } from '../physics/constants.js';
import { GOAL_FACE, taskOf } from './faces.js';
import type { PushObservation, SeenBlock } from './observation.js';

/** Weight assumed for a block whose weight is not known: the middle of the usual 1 to 3. */
const ASSUMED_WEIGHT = 2;
/** How long to wait for the others at the face: the more have to come, the longer; seconds. */
const meetSeconds = (required: number): number => Math.min(120, 20 + 5 * required);
/** Pushed beyond the goal line, so that delivery ends the push. */
const OVERSHOOT_METERS = 0.5;

function proposalFor(observation: PushObservation, block: SeenBlock): Proposal {
  const { self } = observation;
  const required = block.weight ?? ASSUMED_WEIGHT;
  const face = GOAL_FACE;
  const half = block.side / 2;
  const open = block.faces[face].positions.map(([x, y]) => ({ x, y }));
  const positions = [...open].sort((a, b) => distance(self, a) - distance(self, b));
  const nearest = positions[0] ?? { x: block.x - half, y: block.y };
  const meters = Math.min(100, block.distanceToGoal + OVERSHOOT_METERS);
  return {
    task: taskOf(block.id, face),
    actions: [
      { type: 'moveToFace', block: block.id, face },
      ...(required > 1
        ? [{ type: 'rendezvous', block: block.id, face, count: required, timeout: meetSeconds(required) }]
        : []),
      { type: 'push', block: block.id, meters },
    ],
    requiredAgents: required,
    positions,
    pathMeters: distance(self, nearest),
    workMeters: block.distanceToGoal,
    value: required,
    ...(self.forceNewtons === AGENT_FORCE_NEWTONS
      ? {}
      : { strength: self.forceNewtons / AGENT_FORCE_NEWTONS }),
    ...(block.locked ? { holds: self.hasKey } : {}),
  };
}

/** Alone, a seat without a key can do nothing with a locked block; of a team, another member may hold one. */
const isOpen = ({ locked, weight }: SeenBlock, hasKey: boolean): boolean => !locked || hasKey || weight !== 1;

/**
 * The cooperative moves open now: pushing to the goal each block that is seen, is not locked away from the seat and
 * has a clear way, by value per second of walking and pushing.
 */
export function pushProposals(observation: PushObservation): Proposal[] {
  const worth = ({ value, requiredAgents, pathMeters, workMeters }: Proposal): number =>
    value / requiredAgents / ((pathMeters + workMeters) / AGENT_SPEED + 1);
  return observation.blocks
    .filter((block) => block.pathClear && isOpen(block, observation.self.hasKey))
    .map((block) => proposalFor(observation, block))
    .sort((a, b) => worth(b) - worth(a) || (a.task < b.task ? -1 : 1));
}
