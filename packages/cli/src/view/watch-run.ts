import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { EpisodeHeader } from '@quorum/events';
import { columnOf } from '@quorum/metrics';
import {
  PROTOCOL,
  type EpisodeFiles,
  type ListedEpisode,
  type RunListing,
  type RunSource,
} from '@quorum/viewer';
import { knownPrices, readPrices } from '../models/prices.js';
import { languageModels } from '../run/episode-models.js';
import { addressingAt, addressingOf } from './addressing.js';
import { listComparisons } from './listed-comparisons.js';
import { EPISODE_FILES, isComplete } from '../run-folder/episode-files.js';
import { readManifest, type Manifest, type ManifestEpisode } from '../run-folder/manifest.js';
import { readMetrics, statusOf } from '../run-folder/metrics-file.js';
import { conditionColumns, conditionLabel } from '../suite/condition-columns.js';
import { describeCondition } from '../suite/describe-condition.js';

const PART = '.part';

/**
 * A run folder as a viewer sees it, finished or being written.
 * @throws QuorumError `FILE_UNREADABLE` or `CONFIG_INVALID` naming the file
 */
export function watchRun(folder: string): RunSource {
  readManifest(folder);
  // What is complete no longer changes.
  const ended = new Map<string, ListedEpisode>();
  const headers = new Map<string, EpisodeHeader>();
  const listPrices = readPrices();
  return {
    folder,
    listing() {
      const manifest = readManifest(folder);
      const { suite, title, primary, conditions, episodes, sessions } = manifest;
      const read = columnOf(primary);
      const list = ({ path, seed, repeat }: ManifestEpisode): ListedEpisode => {
        const known = ended.get(path);
        if (known !== undefined) return known;
        const place = join(folder, path);
        if (!isComplete(place)) {
          const status = existsSync(join(place, EPISODE_FILES.events + PART)) ? 'playing' : 'planned';
          return { path, seed, repeat, status, score: null };
        }
        const metrics = readMetrics(place);
        const score = read(metrics);
        const status = statusOf(metrics);
        const done = { path, seed, repeat, status, score: typeof score === 'number' ? score : null };
        ended.set(path, done);
        return done;
      };
      const described = conditions.map(({ header, settings, fingerprint }) => ({
        fingerprint,
        addressing: addressingOf(header),
        ...describeCondition(header, settings),
      }));
      const { columns } = conditionColumns(described);
      const listing: RunListing = {
        protocol: PROTOCOL,
        run: basename(folder),
        suite,
        title,
        primary,
        live: sessions.at(-1)?.outcome === 'running',
        playing: null,
        prices: Object.assign(
          knownPrices(
            conditions.flatMap(({ header }) => languageModels(header)),
            listPrices,
          ),
          ...sessions.map(({ models }) => models?.prices),
        ) as RunListing['prices'],
        comparisons: listComparisons(manifest),
        conditions: described.map((condition) => ({
          fingerprint: condition.fingerprint,
          label: conditionLabel(columns, condition),
          modelKind: condition.modelKind,
          clock: `${condition.clock.mode} ${condition.clock.profile}`,
          structure: condition.structure,
          topology: condition.topology.name,
          addressing: condition.addressing,
          episodes: episodes.filter((each) => each.condition === condition.fingerprint).map(list),
        })),
      };
      return listing;
    },
    addressing(episode, moment) {
      const header = headers.get(episode) ?? headerOf(readManifest(folder), episode);
      if (header === null) return null;
      headers.set(episode, header);
      return addressingAt(header, moment);
    },
    files(episode): EpisodeFiles | null {
      const place = join(folder, episode);
      const complete = isComplete(place);
      const suffix = complete ? '' : PART;
      const events = join(place, EPISODE_FILES.events + suffix);
      if (!existsSync(events)) return null;
      // The frames get their name a moment before the log does.
      const frames = join(place, EPISODE_FILES.frames);
      return { events, frames: existsSync(frames + PART) ? frames + PART : frames, complete };
    },
  };
}

function headerOf({ conditions, episodes }: Manifest, episode: string): EpisodeHeader | null {
  const own = episodes.find(({ path }) => path === episode);
  const condition = conditions.find(({ fingerprint }) => fingerprint === own?.condition);
  if (own === undefined || condition === undefined) return null;
  return { ...condition.header, seed: own.seed, repeat: own.repeat };
}
