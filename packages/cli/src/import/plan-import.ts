import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError, type EpisodeHeader } from '@quorum/events';
import { readError } from '@quorum/events/node';
import { displayPath } from '../system/paths.js';
import { lastStep } from './convert-episode.js';
import { coop2Team, type Coop2Team } from './coop2-team.js';
import { importHeader } from './import-header.js';
import { NECESSARY, readCoop2, type Coop2Episode } from './read-coop2.js';
import { sourceName } from './source-name.js';

/** An episode to be imported. */
export interface PlannedImport {
  readonly episode: Coop2Episode;
  readonly team: Coop2Team;
  readonly header: EpisodeHeader;
}

/**
 * Reads the episodes of a folder, which is that of one or holds theirs, and gives each its header.
 * @throws QuorumError `FILE_UNREADABLE`, `LOG_CORRUPT` naming file, line and field
 */
export function planImport(folder: string): PlannedImport[] {
  const read = episodeFolders(folder).map((path) => {
    const episode = readCoop2(path);
    return { episode, team: coop2Team(episode), name: sourceName(path) };
  });
  const steps = Math.max(...read.map(({ episode }) => lastStep(episode)));
  const repeats = new Map<string, number>();
  return read.map(({ episode, team, name }) => {
    const key = JSON.stringify([name, team.names.length]);
    const repeat = (repeats.get(key) ?? 0) + 1;
    repeats.set(key, repeat);
    return { episode, team, header: importHeader(name, { agents: team.names.length, steps, repeat }) };
  });
}

function episodeFolders(folder: string): string[] {
  if (isEpisode(folder)) return [folder];
  let names;
  try {
    names = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    throw readError(displayPath(folder), error, 'name a folder with logs of COOP².');
  }
  const found = names
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
    .filter(isEpisode)
    .sort();
  if (found.length > 0) return found;
  throw new QuorumError('FILE_UNREADABLE', `${displayPath(folder)} holds no episode of COOP².`, {
    fix: `name a folder with ${NECESSARY.join(' and ')}, or one that holds such folders.`,
  });
}

/** Whether one of the necessary files is there; what else is missing is told when it is read. */
function isEpisode(folder: string): boolean {
  return NECESSARY.some((file) => existsSync(join(folder, file)));
}
