import { Worker } from 'node:worker_threads';

const THREADS = 2;

/** Plays tasks in threads; the records come in the order of the tasks. */
export async function playAll(tasks, onDone) {
  const records = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    try {
      while (next < tasks.length) {
        const index = next;
        next += 1;
        records[index] = await ask(worker, tasks[index]);
        done += 1;
        onDone(done, tasks.length);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: THREADS }, work));
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
