import { horizonFor, type Horizons } from '../horizon.js';
import { planLayout } from '../layout.js';
import { pushOptions } from '../options.js';
import type { PushVariant } from '../push-scenario.js';

const SMALLEST_ARENA_METERS = 20;
/** Blocks cover at most this share of the arena, so that corridors remain. */
const MOST_COVER = 0.36;

/** Calibrated (docs/scenarios.md). */
const HORIZONS: Horizons = [
  [1, 20],
  [2, 40],
  [4, 40],
  [8, 40],
  [16, 60],
  [32, 100],
  [64, 330],
];

/** Side of the arena for `n` agents, metres. */
export const cubeArena = (n: number): number => Math.max(SMALLEST_ARENA_METERS, n);

/**
 * Block weights for `n` agents: one of the greatest, floor(n/2) + 1, and floor(n/2) + 1 more down to 1 whose frequency
 * falls as 1/weight, so that none is rarer than a heavier one; the heaviest of these are left out where they would cover
 * too much floor. n = 1 has one block.
 */
export function cubeWeights(n: number): number[] {
  const heaviest = Math.floor(n / 2) + 1;
  const extra = n === 1 ? 0 : heaviest;
  const harmonic: number[] = [];
  for (let weight = 1; weight <= heaviest; weight++) harmonic.push((harmonic.at(-1) ?? 0) + 1 / weight);
  const total = harmonic.at(-1) ?? 1;
  const counts = harmonic.map(() => 0);
  for (let i = 0; i < extra; i++) {
    const drawn = harmonic.findIndex((sum) => sum / total > i / extra);
    counts[drawn] = (counts[drawn] ?? 0) + 1;
  }
  // Rounding may give a heavier weight one more than a lighter one.
  counts.sort((a, b) => b - a);
  const weights = counts.flatMap((count, i) => Array<number>(count).fill(i + 1));
  const area = (): number => [heaviest, ...weights].reduce((sum, weight) => sum + weight * weight, 0);
  const floor = cubeArena(n) * cubeArena(n);
  while (weights.length > 0 && area() > MOST_COVER * floor) weights.pop();
  return [...weights, heaviest];
}

/** `push-cube-v0`, after CUBE (NeurIPS 2025 SEA workshop): difficulty from one integer n, the team size. */
export const pushCube: PushVariant = {
  name: 'push-cube-v0',
  summary: 'difficulty from one integer n, the team size: arena max(20, n) m, weights floor(n/2) + 1 to 1',
  seats: { min: 1, max: 64 },
  options: pushOptions,
  horizonSeconds: (seats) => horizonFor(HORIZONS, seats),
  layout(rng, seats) {
    const blocks = cubeWeights(seats).map((weight) => ({ weight, side: weight }));
    return planLayout(rng, cubeArena(seats), blocks, seats);
  },
};
