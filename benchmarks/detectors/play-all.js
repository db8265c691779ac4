import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';
import { Worker } from 'node:worker_threads';

const CACHE = fileURLToPath(new URL('../../runs/detectors/', import.meta.url));

/**
 * Plays tasks in threads; the records come in the order of the tasks. What has been played lies in runs/detectors, so that
 * it can go on where it stopped: it does not know when rules or faults have changed.
 */
export async function playAll(tasks, threads, onDone) {
  mkdirSync(CACHE, { recursive: true });
  const records = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    try {
      while (next < tasks.length) {
        const index = next;
        next += 1;
        records[index] = await recall(tasks[index], () => ask(worker, tasks[index]));
        done += 1;
        onDone(done, tasks.length);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  return records;
}

function ask(worker, task) {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', ({ record, problem }) => {
      worker.off('error', reject);
      if (problem === undefined) resolve(record);
      else reject(new Error(problem));
    });
    worker.postMessage(task);
  });
}

async function recall(task, play) {
  const key = createHash('sha256').update(JSON.stringify(task)).digest('hex').slice(0, 16);
  const file = `${CACHE}${key}.json`;
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const record = await play();
  writeFileSync(file, JSON.stringify(record));
  return record;
}

/** Plays everything anew. */
export function forgetPlayed() {
  rmSync(CACHE, { recursive: true, force: true });
}
