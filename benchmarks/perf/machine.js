import { createHash } from 'node:crypto';
import { availableParallelism, cpus, loadavg } from 'node:os';

/**
 * Where a bench ran.
 * @typedef {{ cpu: string, cores: number, platform: string, arch: string, node: string, load: number }} Machine
 */

/**
 * This machine, with its load (mean number of running programs in the last minute) before the bench adds to it.
 * @returns {Machine}
 */
export function thisMachine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    platform: process.platform,
    arch: process.arch,
    node: process.version,
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

/**
 * Short name of a kind of machine: equal machines share it, and it tells nothing of whose they are.
 * @param {Machine} machine
 */
export function machineKey({ cpu, cores, platform, arch }) {
  return createHash('sha256').update([cpu, cores, platform, arch].join('\n')).digest('hex').slice(0, 8);
}

/**
 * One line about a machine.
 * @param {Machine} machine
 */
export function machineLine({ cpu, cores, platform, arch, node, load }) {
  return `${cpu}, ${cores} cores, ${platform} ${arch}, Node ${node}, load ${load}`;
}

/**
 * Whether others keep the machine so busy that its times mean little.
 * @param {Machine} machine
 */
export function isBusy({ cores, load }) {
  return load > cores;
}
