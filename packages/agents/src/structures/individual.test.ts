import { expect, it } from 'vitest';
import { individual } from './individual.js';

const { protocol } = individual;

it('lets everybody plan alone', () => {
  expect(individual.addressees(0, 3)).toEqual([]);
  const start = protocol.init(2);
  const planning = protocol.step(start, { kind: 'unplanned', seat: 1, cause: [4] });
  expect(planning).toEqual({
    state: [false, true],
    activations: [{ seat: 1, purpose: 'plan', cause: [4] }],
    timeouts: [],
  });
  expect(start).toEqual([false, false]);
});

it('lets woken seats think again, but not twice at once', () => {
  const woken = protocol.step([false], { kind: 'woken', seat: 0, cause: [9] });
  expect(woken.activations).toEqual([{ seat: 0, purpose: 'interrupt', cause: [9] }]);
  expect(protocol.step(woken.state, { kind: 'woken', seat: 0, cause: [10] }).activations).toEqual([]);

  const decided = protocol.step(woken.state, { kind: 'decided', seat: 0, purpose: 'interrupt', cause: [11] });
  expect(decided).toEqual({ state: [false], activations: [], timeouts: [] });
});
