import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { PROTOCOL, type ListedEpisode } from '../protocol/protocol.js';
import type { RunSource } from '../server/run-source.js';

/** A run of the episodes `a` and `b` on disk, whose files a test writes. */
export interface TinyRun {
  readonly folder: string;
  readonly source: RunSource;
  /** Says that an episode has ended. */
  complete(episode: string): void;
  write(episode: string, events: string, frames?: string): void;
  /** Episodes whose files the viewer asked for. */
  readonly asked: string[];
}

/** Starts such a run in a folder that is removed after the tests. */
export function tinyRun(): TinyRun {
  const folder = mkdtempSync(join(tmpdir(), 'quorum-viewer-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const ended = new Set<string>();
  const asked: string[] = [];
  return {
    folder,
    asked,
    complete: (episode) => ended.add(episode),
    write(episode, events, frames = '') {
      mkdirSync(join(folder, episode), { recursive: true });
      writeFileSync(join(folder, episode, 'events.jsonl'), events);
      writeFileSync(join(folder, episode, 'frames.bin'), frames);
    },
    source: {
      folder,
      listing: () => ({
        protocol: PROTOCOL,
        ...{ run: 'run', suite: 'tiny-v0', title: 'Tiny', primary: 'score' },
        conditions: [
          {
            ...{ fingerprint: 'c-1', label: 'one', modelKind: 'scripted', clock: 'barrier zero-v1' },
            ...{ structure: 'individual', topology: 'none', addressing: null },
            episodes: [listedEpisode({ path: 'a' }), listedEpisode({ path: 'b' })],
          },
        ],
        comparisons: [],
        prices: {},
        live: true,
        playing: null,
      }),
      addressing: () => null,
      files(episode) {
        asked.push(episode);
        return {
          events: join(folder, episode, 'events.jsonl'),
          frames: join(folder, episode, 'frames.bin'),
          complete: ended.has(episode),
        };
      },
    },
  };
}

/** An episode of a list, seed 1. */
export function listedEpisode(own: Partial<ListedEpisode>): ListedEpisode {
  return { path: 'a', seed: 1, repeat: 1, status: 'playing', score: null, ...own };
}
