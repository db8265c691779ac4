import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Median of a list of numbers; NaN of an empty one.
 * @param {readonly number[]} values
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle] ?? NaN;
  return ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/**
 * Milliseconds of processor time that `work` takes: unlike wall time, other programs hardly move it.
 * @param {() => void} work
 */
export function time(work) {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * As `time`, of work that may wait. Only for work of this process alone: threads count as well.
 * @param {() => unknown} work
 */
export async function processorTime(work) {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * Milliseconds on the wall that `work` takes: for what runs on several threads.
 * @param {() => unknown} work
 */
export async function wallTime(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Times each piece of work once a round, in turn. Each round begins with another piece, so that drifts of the machine
 * fall on all alike.
 * @param {number} rounds
 * @param {readonly (() => unknown)[]} works
 * @param {object} [options]
 * @param {(work: () => unknown) => Promise<number>} [options.clock]
 * @param {boolean} [options.warmUp] whether each piece is done once before
 * @returns {Promise<number[][]>} milliseconds by piece and round
 */
export async function interleave(rounds, works, { clock = processorTime, warmUp = true } = {}) {
  const times = works.map(() => /** @type {number[]} */ ([]));
  for (const work of warmUp ? works : []) await work();
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < works.length; i++) {
      const which = (i + round) % works.length;
      const work = works[which];
      if (work) times[which]?.push(await clock(work));
    }
  }
  return times;
}

/**
 * Median over the rounds of one piece's time over another's.
 * @param {readonly number[]} times
 * @param {readonly number[]} base
 */
export function medianRatio(times, base) {
  return median(times.map((value, round) => value / (base[round] ?? NaN)));
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

/** Bytes of all that is still in use on the heap. */
export function heapAfterCollection() {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
