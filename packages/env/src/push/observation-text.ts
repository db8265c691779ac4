import { FACES } from './faces.js';
import type { PushObservation, SeenBlock } from './observation.js';

const point = ([x, y]: readonly [number, number]): string => `(${x.toFixed(2)}, ${y.toFixed(2)})`;

function describeBlock(block: SeenBlock): string {
  const weight =
    block.weight === null
      ? 'weight unknown'
      : `weight ${block.weight} (needs ${block.weight} ${block.weight === 1 ? 'agent' : 'agents'})`;
  const way = block.pathClear
    ? 'way to the goal clear'
    : `way to the goal blocked by ${block.blockers.join(', ')}`;
  const faces = FACES.map((face) => {
    const { positions, seats } = block.faces[face];
    const at = seats.length > 0 ? `, agents there: ${seats.join(', ')}` : '';
    return `    ${face}: ${positions.length > 0 ? `push from ${positions.map(point).join(' ')}` : 'no free place'}${at}`;
  });
  return [
    `  ${block.id}: ${weight}, side ${block.side} m, centre ${point([block.x, block.y])}, ` +
      `${block.distanceToGoal.toFixed(2)} m to the goal, ${way}${block.locked ? ', locked' : ''}`,
    ...faces,
  ].join('\n');
}

/** An observation as text, line by line what the JSON says; `readObservation` is the inverse. */
export function renderObservation(observation: PushObservation): string {
  const { scenario, arena, rules, clock, self, teammates, blocks, score } = observation;
  return [
    `Scenario ${scenario}. Time ${clock.seconds.toFixed(2)} s, ${clock.secondsLeft.toFixed(2)} s left. ` +
      `Score ${score.points}, ${score.delivered} of ${score.blocks} blocks delivered.`,
    `Arena ${arena.width} x ${arena.height} m; the goal strip begins at x = ${arena.goalX}.`,
    `You are agent ${self.seat} in a team of ${rules.seats}, at ${point([self.x, self.y])}: radius ${self.radius} m, ` +
      `force ${self.forceNewtons} N, speed ${self.speed} m/s${self.hasKey ? ', holding a key' : ''}. ` +
      `Current action: ${self.action ?? 'none'}.` +
      (rules.sightMeters === null ? '' : ` You see ${rules.sightMeters} m far.`),
    teammates.length > 0
      ? `Teammates: ${teammates.map(({ seat, x, y }) => `agent ${seat} at ${point([x, y])}`).join('; ')}.`
      : 'No teammate in sight.',
    blocks.length > 0 ? `Blocks:\n${blocks.map(describeBlock).join('\n')}` : 'No block in sight.',
  ].join('\n');
}
