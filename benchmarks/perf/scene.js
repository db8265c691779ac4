import { ticksToMicros } from '@quorum/events';
import { createEventLog } from '@quorum/events/node';
import { createPush } from '../../packages/env/dist/push/create-push.js';
import { pushOptions } from '../../packages/env/dist/push/options.js';

const ARENA_METERS = 64;
const LANE_METERS = 4;
const BARE_HEADER = { format: 'quorum-log/1', team: [], clock: {}, options: {}, versions: {} };

/** Teams push blocks along free lanes, small blocks stand between the lanes, the other agents walk across. */
export function layScene(agents, blocks, weight) {
  const teams = Math.max(1, Math.floor(agents / 2 / weight));
  const pushed = Array.from({ length: teams }, (_, i) => ({
    id: `b${i + 1}`,
    x: 4,
    y: 2 + LANE_METERS * i,
    side: 2,
    weight,
  }));
  const standing = Array.from({ length: blocks - teams }, (_, i) => ({
    id: `b${teams + i + 1}`,
    x: 8 + Math.floor(i / 15) * 6,
    y: 4 + LANE_METERS * (i % 15),
    side: 0.5,
    weight: 3,
  }));
  const starts = Array.from({ length: agents }, (_, i) => {
    const team = Math.floor(i / weight);
    if (team < teams) {
      return {
        x: 2.69 - 0.61 * Math.floor((i % weight) / 3),
        y: 2 + LANE_METERS * team + 0.65 * ((i % 3) - 1),
      };
    }
    return { x: 12 + 6 * (i % 8), y: 3.2 + LANE_METERS * ((i >> 3) + 4) };
  });
  const layout = {
    arena: { width: ARENA_METERS, height: ARENA_METERS },
    goalX: ARENA_METERS - 1,
    blocks: [...pushed, ...standing],
    agents: starts,
  };
  return { pushers: teams * weight, layout };
}

/**
 * A `push` world of any size in which everybody is busy: `tick` gives each seat something new to do whenever it has
 * nothing to do. Half of the agents push blocks of this weight in teams, the others walk; events go to a real log, whose
 * bytes `write` takes.
 */
export function busyWorld(
  agents,
  blocks,
  weight,
  { header = BARE_HEADER, write = () => {}, onFrame = () => {} } = {},
) {
  const { pushers, layout } = layScene(agents, blocks, weight);
  const log = createEventLog(header, write);
  const idle = new Set(Array.from({ length: agents }, (_, i) => i));
  let simulation = null;
  const emit = (draft) => {
    if (draft.type === 'action.ended') idle.add(draft.seat);
    const tick = simulation?.tick ?? 0;
    return log.append(draft, tick, ticksToMicros(tick)).seq;
  };
  const from = {
    setup: { seed: 1, seats: agents, horizonTicks: 3600, options: {}, emit, onFrame },
    scenario: 'bench',
    options: pushOptions.parse({}),
    layout,
    knows: () => true,
  };
  simulation = createPush(from);
  let goals = 0;
  const pushed = new Set();
  return {
    simulation,
    from,
    tick() {
      for (const seat of idle) {
        const block = layout.blocks[Math.floor(seat / weight) % blocks].id;
        goals += 5;
        // A push that has ended is not begun again: its block has arrived, and every further push would end at once.
        const pushes = seat < pushers && !pushed.has(seat);
        if (pushes) pushed.add(seat);
        const action = pushes
          ? { type: 'push', block, meters: 100 }
          : { type: 'navigate', x: 11 + 6 * (goals % 8), y: 2 + LANE_METERS * ((goals >> 3) % 16) };
        simulation.assign(seat, { action, task: pushes ? `${block}/left` : null, inputs: [] });
      }
      idle.clear();
      simulation.step();
    },
  };
}
