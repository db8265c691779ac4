import { createRng } from '@quorum/env';
import { planPath } from '../../packages/env/dist/navigation/plan-path.js';
import { pushNine } from '../../packages/env/dist/push/variants/nine.js';
import { interleave, median } from './measure.js';
import { layScene } from './scene.js';

const ROUNDS = 20;
const PATHS = 100;
const RADIUS = 0.3;

/** Ways between random places of a layout, each with what stands in the layout as obstacles. */
function pathsThrough({ arena, goalX, blocks }, name) {
  const obstacles = blocks.map(({ x, y, side }) => ({ x, y, width: side, height: side }));
  const bounds = { minX: RADIUS, minY: RADIUS, maxX: goalX - RADIUS, maxY: arena.height - RADIUS };
  const rng = createRng(1, 'bench', name);
  const isFree = ({ x, y }) =>
    blocks.every(
      (block) => Math.max(Math.abs(x - block.x), Math.abs(y - block.y)) > block.side / 2 + 2 * RADIUS,
    );
  const place = () => {
    for (;;) {
      const point = {
        x: bounds.minX + rng.uniform() * (bounds.maxX - bounds.minX),
        y: bounds.minY + rng.uniform() * (bounds.maxY - bounds.minY),
      };
      if (isFree(point)) return point;
    }
  };
  const ways = Array.from({ length: PATHS }, () => [place(), place()]);
  return () => {
    for (const [from, to] of ways) planPath(from, to, { obstacles, bounds, radius: RADIUS });
  };
}

/** What planning a way costs, from anywhere to anywhere. */
export async function bench({ quick = false } = {}) {
  const nine = pathsThrough(pushNine.layout(createRng(1, 'layout'), 3), 'nine');
  const many = pathsThrough(layScene(64, 128, 2).layout, 'many');
  const times = await interleave(quick ? 5 : ROUNDS, [nine, many]);
  return [
    { name: 'plan a path, 9 blocks', value: (median(times[0]) / PATHS) * 1000, unit: 'us' },
    { name: 'plan a path, 128 blocks', value: (median(times[1]) / PATHS) * 1000, unit: 'us' },
  ];
}
