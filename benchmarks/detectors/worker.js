import { parentPort } from 'node:worker_threads';
import { playCase } from './play-case.js';

/** A thread that plays one case after the other. */
parentPort.on('message', async (task) => {
  try {
    parentPort.postMessage({ record: await playCase(task) });
  } catch (error) {
    parentPort.postMessage({ problem: String(error?.stack ?? error) });
  }
});
