import { expect, it } from 'vitest';
import { isBusy, machineKey, machineLine } from '../benchmarks/perf/machine.js';
import { interleave, median, medianRatio } from '../benchmarks/perf/measure.js';
import { missedRatios, TABLE_HEAD, tableRows } from '../benchmarks/perf/results.js';

const machine = { cpu: 'Chip 9', cores: 2, platform: 'linux', arch: 'x64', node: 'v20.20.0', load: 0.5 };

it('takes the median of odd and even lists', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 1, 2, 9])).toBe(3);
  expect(median([])).toBeNaN();
});

it('takes ratios round by round, not of the medians', () => {
  expect(medianRatio([10, 40, 90], [5, 10, 10])).toBe(4);
});

it('runs the pieces in turn, each round from another one, the first round unmeasured', async () => {
  const order: string[] = [];
  let clock = 0;
  const count = async (work: () => unknown) => {
    work();
    return (clock += 1);
  };
  const works = [() => order.push('a'), () => order.push('b')];
  const times = await interleave(3, works, { clock: count });
  expect(order.join('')).toBe('ab' + 'ab' + 'ba' + 'ab');
  expect(times).toEqual([
    [1, 4, 5],
    [2, 3, 6],
  ]);
});

it('shows results with their targets, and marks a missed one', () => {
  const results = [
    { name: 'tick over bare step', value: 1.6, unit: 'x', atMost: 1.6 },
    { name: 'verify over run', value: 0.7912, unit: 'x', atLeast: 0.8 },
    { name: 'events parsed', value: 512_345.6, unit: 'events/s', atLeast: 300_000 },
    { name: 'tick', value: 38.44, unit: 'us' },
  ];
  expect([TABLE_HEAD, ...tableRows(results)].map((row) => row.join(' | '))).toEqual([
    'what | value | unit | target | met',
    'tick over bare step | 1.60 | x | ≤ 1.6 | yes',
    'verify over run | 0.79 | x | ≥ 0.8 | MISSED',
    'events parsed | 512346 | events/s | ≥ 300000 | yes',
    'tick | 38.4 | us |  | ',
  ]);
});

it('objects to missed ratios only, since times depend on the machine', () => {
  const ratio = { name: 'ratio', value: 2, unit: 'x', atMost: 1 };
  const slow = { name: 'time', value: 2, unit: 'ms', atMost: 1 };
  expect(missedRatios([ratio, slow, { ...ratio, value: 1 }])).toEqual([ratio]);
});

it('describes the machine, and names equal machines alike', () => {
  expect(machineLine(machine)).toBe('Chip 9, 2 cores, linux x64, Node v20.20.0, load 0.5');
  expect(machineKey(machine)).toBe(machineKey({ ...machine, node: 'v24.0.0', load: 3 }));
  expect(machineKey(machine)).not.toBe(machineKey({ ...machine, cores: 4 }));
  expect([isBusy(machine), isBusy({ ...machine, load: 2.01 })]).toEqual([false, true]);
});
