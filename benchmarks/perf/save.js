import { restorePush } from '../../packages/env/dist/push/create-push.js';
import { interleave, median } from './measure.js';
import { busyWorld } from './scene.js';

const REPEATS = 50;
const ROUNDS = 20;
const BEFORE_TICKS = 300;

/** Saving and restoring a world in full swing. */
export async function bench({ quick = false } = {}) {
  const { simulation, from, tick } = busyWorld(8, 16, 2);
  for (let i = 0; i < BEFORE_TICKS; i++) tick();
  const saved = simulation.save();
  const repeat = (work) => () => {
    for (let i = 0; i < REPEATS; i++) work();
  };
  const [save, restore] = await interleave(quick ? 5 : ROUNDS, [
    repeat(() => simulation.save()),
    repeat(() => restorePush(from, saved).free()),
  ]);
  simulation.free();
  const note = `${Math.round(saved.engine.length / 1000)} kB of engine, ${JSON.stringify(saved.json).length} characters of JSON`;
  return [
    { name: 'save, 8 agents + 16 blocks', value: median(save) / REPEATS, unit: 'ms', atMost: 1, note },
    {
      name: 'restore and free, 8 agents + 16 blocks',
      value: median(restore) / REPEATS,
      unit: 'ms',
      atMost: 1,
    },
  ];
}
