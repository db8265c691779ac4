import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDRESSING_FILE } from '../model/addressing-track.js';
import type { ListedCondition } from '../protocol/protocol.js';
import { realPathInside } from '../server/real-path-inside.js';
import type { RunSource } from '../server/run-source.js';
import { SITE } from '../server/site.js';
import { exportAddressing } from './export-addressing.js';

const MARK = '<meta name="quorum-replay" content="static" />';

/**
 * Writes the page and finished episodes into a folder that any file server can hand out: it replays them by itself.
 * @param chosen whether an episode is taken along
 * @returns how many episodes were
 */
export function exportReplay(
  source: RunSource,
  folder: string,
  chosen: (episode: string) => boolean,
): number {
  cpSync(SITE, folder, { recursive: true });
  const page = join(folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', `<head>\n    ${MARK}`));
  let count = 0;
  const take = (episode: string, { addressing }: ListedCondition): boolean => {
    const files = chosen(episode) ? source.files(episode) : null;
    if (files?.complete !== true) return false;
    const events = realPathInside(files.events, source.folder);
    const frames = realPathInside(files.frames, source.folder);
    if (events === null || frames === null) return false;
    const place = join(folder, ...episode.split('/'));
    mkdirSync(place, { recursive: true });
    copyFileSync(events, join(place, 'events.jsonl'));
    copyFileSync(frames, join(place, 'frames.bin'));
    if (addressing === null) {
      const track = exportAddressing({ events, frames }, (moment) => source.addressing(episode, moment));
      writeFileSync(join(place, ADDRESSING_FILE), JSON.stringify(track));
    }
    count += 1;
    return true;
  };
  const listing = source.listing();
  const conditions = listing.conditions
    .map((condition) => ({
      ...condition,
      episodes: condition.episodes.filter(({ path }) => take(path, condition)),
    }))
    .filter(({ episodes }) => episodes.length > 0);
  writeFileSync(
    join(folder, 'run.json'),
    `${JSON.stringify({ ...listing, live: false, playing: null, conditions }, null, 2)}\n`,
  );
  return count;
}
