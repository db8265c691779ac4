import { findScenario } from '@quorum/env';
import { interleave, median } from './measure.js';
import { busyWorld } from './scene.js';

const ROUNDS = 20;
const BEFORE_TICKS = 120;

/** What looking costs: an observation, its text, and the proposals made from it. */
export async function bench({ quick = false } = {}) {
  const { render, proposals } = findScenario('push-nine-v0');
  const small = busyWorld(3, 9, 1);
  const large = busyWorld(64, 128, 2);
  for (const world of [small, large]) {
    for (let i = 0; i < BEFORE_TICKS; i++) world.tick();
  }
  const seen = small.simulation.observe(0);
  const cases = [
    { name: 'observe, 3 agents + 9 blocks', repeats: 400, run: (i) => small.simulation.observe(i % 3) },
    { name: 'observe, 64 agents + 128 blocks', repeats: 4, run: (i) => large.simulation.observe(i % 64) },
    { name: 'observation as text, 3 agents + 9 blocks', repeats: 400, run: () => render(seen) },
    { name: 'proposals, 3 agents + 9 blocks', repeats: 400, run: () => proposals(seen) },
  ];
  const times = await interleave(
    quick ? 5 : ROUNDS,
    cases.map(({ repeats, run }) => () => {
      for (let i = 0; i < repeats; i++) run(i);
    }),
  );
  small.simulation.free();
  large.simulation.free();
  return cases.map(({ name, repeats }, i) => ({
    name,
    value: (median(times[i]) / repeats) * 1000,
    unit: 'us',
  }));
}
