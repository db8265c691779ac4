// A thread in which pages watch an episode, when they are told to.
import { parentPort, workerData } from 'node:worker_threads';
import { joinAsPage } from './viewer-client.js';

const { url, pages } = workerData;
let leaves = [];
let done = Promise.resolve();

parentPort.on('message', (what) => {
  done = done.then(async () => {
    if (what === 'join' && leaves.length === 0) {
      leaves = await Promise.all(Array.from({ length: pages }, () => joinAsPage(url, 'a')));
    } else if (what === 'leave') {
      for (const leave of leaves.splice(0)) leave();
    }
    parentPort.postMessage(what);
  });
});
parentPort.postMessage('ready');
