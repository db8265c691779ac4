import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startViewer } from '@quorum/viewer';
import { joinAsPage } from './viewer-client.js';
import { busyEpisode, runOf, writeEpisode } from './viewer-episode.js';

const SECONDS = 60;

/** Passes connections on to a port, and counts the bytes that come back. */
async function countingProxy(port) {
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    far.on('data', (chunk) => (bytes += chunk.length));
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', () => [near, far].forEach((each) => each.destroy()));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    take() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    close: () => server.close(),
  };
}

/**
 * What one page gets over the wire while an episode is played: its files grow by a second of body time, the page takes
 * that in, and so on.
 */
export async function traffic({ quick }) {
  const seconds = quick ? 20 : SECONDS;
  const [first, ...pieces] = busyEpisode(8, 16, seconds);
  const folder = mkdtempSync(join(tmpdir(), 'quorum-bench-'));
  writeEpisode(folder, 'a', [first]);
  const viewer = await startViewer(
    runOf(folder, ['a'], () => false),
    { host: '127.0.0.1', port: 0 },
  );
  const proxy = await countingProxy(Number(new URL(viewer.url).port));
  let held = 0;
  let wanted = first.events.length + first.frames.length;
  let arrived = () => {};
  const leave = await joinAsPage(proxy.url, 'a', ({ events, frames }) => {
    held += events.length + frames.length;
    if (held >= wanted) arrived();
  });
  const all = () => (held >= wanted ? undefined : new Promise((resolve) => (arrived = resolve)));
  await all();
  const joining = proxy.take();
  for (const { events, frames } of pieces) {
    wanted += events.length + frames.length;
    appendFileSync(join(folder, 'a', 'events.jsonl'), events);
    appendFileSync(join(folder, 'a', 'frames.bin'), frames);
    await all();
  }
  const sent = proxy.take();
  leave();
  proxy.close();
  await viewer.close();
  rmSync(folder, { recursive: true });
  const raw = (file) => pieces.reduce((sum, piece) => sum + piece[file].length, 0) / pieces.length / 1000;
  const note = `files ${raw('events').toFixed(1)} + ${raw('frames').toFixed(1)} kB/s; first second with the snapshot ${(joining / 1000).toFixed(1)} kB`;
  return [
    {
      name: 'page, traffic, 8 agents + 16 blocks',
      value: sent / pieces.length / 1000,
      unit: 'kB/s',
      atMost: 6,
      note,
    },
  ];
}
