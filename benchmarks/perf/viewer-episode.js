import { Buffer } from 'node:buffer';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFrameEncoder, TICKS_PER_SECOND } from '@quorum/events';
import { busyWorld } from './scene.js';

/** A header that the page can read. */
function benchHeader(agents, seconds) {
  return {
    format: 'quorum-log/1',
    scenario: 'bench',
    ...{ options: {}, seed: 1, repeat: 1 },
    team: Array.from({ length: agents }, () => ({ agent: 'bench', modelKind: 'scripted', options: {} })),
    structure: 'individual',
    topology: { name: 'none', options: {} },
    protocol: { name: 'independent', options: {} },
    channel: {},
    clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
    horizonTicks: seconds * TICKS_PER_SECOND,
    deadlineMicros: null,
    limits: { calls: null, tokens: null },
    versions: {},
  };
}

/**
 * The two files of an episode of a busy world, as they are written second by second: pieces of bytes, the first with
 * what comes before the first tick.
 */
export function busyEpisode(agents, blocks, seconds) {
  let events = [];
  let frames = [];
  const encoder = createFrameEncoder();
  const { simulation, tick } = busyWorld(agents, blocks, 2, {
    header: benchHeader(agents, seconds),
    write: (text) => events.push(Buffer.from(text)),
    onFrame: (frame) => frames.push(encoder.push(frame)),
  });
  const pieces = [];
  for (let second = 0; second < seconds; second++) {
    for (let i = 0; i < TICKS_PER_SECOND; i++) tick();
    pieces.push({ events: Buffer.concat(events), frames: Buffer.concat(frames) });
    [events, frames] = [[], []];
  }
  simulation.free();
  return pieces;
}

/** Writes an episode into a run folder at once. */
export function writeEpisode(folder, name, pieces) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'events.jsonl'), Buffer.concat(pieces.map(({ events }) => events)));
  writeFileSync(join(folder, name, 'frames.bin'), Buffer.concat(pieces.map(({ frames }) => frames)));
}

/** A run of the episodes in a folder, for the viewer. */
export function runOf(folder, names, isComplete = () => true) {
  return {
    folder,
    listing: () => ({
      protocol: 'quorum-view/1',
      ...{ run: 'bench', suite: 'bench', title: 'Bench', primary: 'score', live: false },
      ...{ playing: null, comparisons: [], prices: {} },
      conditions: [
        {
          ...{ fingerprint: 'bench', label: 'bench', modelKind: 'scripted', clock: 'barrier zero-v1' },
          ...{ structure: 'individual', topology: 'none', addressing: null },
          episodes: names.map((path) => ({ path, seed: 1, repeat: 1, status: 'horizon', score: 0 })),
        },
      ],
    }),
    addressing: () => null,
    files(episode) {
      const place = join(folder, episode);
      const [events, frames] = [join(place, 'events.jsonl'), join(place, 'frames.bin')];
      return { events, frames, complete: isComplete() };
    },
  };
}
