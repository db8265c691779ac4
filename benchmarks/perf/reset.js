import { findScenario } from '@quorum/env';
import { memoryLog, nineHeader } from './episode.js';
import { interleave, median } from './measure.js';

const RESETS = 100;
const ROUNDS = 20;
const SEATS = 3;

/** Making and freeing a world of `push-nine-v0`: layout, bodies, and the opening events in a log. */
export async function bench({ quick = false } = {}) {
  const scenario = findScenario('push-nine-v0');
  const header = nineHeader(1);
  let seed = 0;
  const resetOnce = () => {
    const log = memoryLog(header);
    seed += 1;
    const emit = (draft) => log.append(draft, 0, 0).seq;
    const { options, horizonTicks } = header;
    scenario.create({ seed, seats: SEATS, horizonTicks, options, emit }).free();
  };
  const reset = () => {
    for (let i = 0; i < RESETS; i++) resetOnce();
  };
  const [times] = await interleave(quick ? 5 : ROUNDS, [reset]);
  return [{ name: 'reset, push-nine, 3 agents', value: median(times) / RESETS, unit: 'ms', atMost: 1 }];
}
