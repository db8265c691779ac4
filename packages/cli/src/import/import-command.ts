import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { QuorumError, startFolds, type EpisodeHeader, type EventLog } from '@quorum/events';
import { openLogFile } from '@quorum/events/node';
import { metrics } from '@quorum/metrics';
import type { Terminal } from '../output/terminal.js';
import { EPISODE_FILES } from '../run-folder/episode-files.js';
import { writeManifest } from '../run-folder/manifest.js';
import { metricsText } from '../run-folder/metrics-file.js';
import { readRun } from '../run-folder/read-run.js';
import { writeSummary } from '../run-folder/summary.js';
import { makeFolder } from '../system/make-folder.js';
import { displayPath } from '../system/paths.js';
import { writeAtomically } from '../system/write-atomically.js';
import { convertEpisode } from './convert-episode.js';
import { importCondition } from './import-condition.js';
import { importManifest } from './import-manifest.js';
import { importLosses } from './losses.js';
import { planImport, type PlannedImport } from './plan-import.js';
import { taskNeeds } from './task-needs.js';

/** Options of `quorum import`. */
export interface ImportOptions {
  /** Run folder to make; null for one in `runs`, named after the source. */
  readonly out: string | null;
  readonly json: boolean;
}

/**
 * `quorum import coop2`: makes a run folder of log files of COOP², and says what could not be carried over.
 * @throws QuorumError `FILE_UNREADABLE`, `LOG_CORRUPT` naming file, line and field, `RUN_FOLDER`, `FILE_UNWRITABLE`
 */
export function importCommand(source: string, { out, json }: ImportOptions, terminal: Terminal): void {
  const folder = resolve(source);
  const run = resolve(out ?? join('runs', `import-${basename(folder)}`));
  refuseUsed(run);
  const planned = planImport(folder);
  const written = planned.map((each) => {
    const path = episodePath(each.header);
    return { ...each, path, ...writeEpisode(each, join(run, path)) };
  });
  writeManifest(run, importManifest(basename(folder), written));
  writeSummary(readRun(run));

  const losses = importLosses(written);
  if (json) {
    const episodes = written.map(({ episode, path, events }) => ({ source: episode.folder, path, events }));
    terminal.out(JSON.stringify({ folder: run, episodes, notCarriedOver: losses }, null, 2));
    return;
  }
  terminal.out(`${written.length} ${written.length === 1 ? 'episode' : 'episodes'} in ${displayPath(run)}.`);
  terminal.out('Not carried over:');
  for (const loss of losses) terminal.out(`- ${loss}`);
}

function refuseUsed(run: string): void {
  if (!existsSync(run) || readdirSync(run).length === 0) return;
  throw new QuorumError('RUN_FOLDER', `${displayPath(run)} is not empty.`, {
    fix: 'choose another folder with --out.',
  });
}

function episodePath(header: EpisodeHeader): string {
  return `episodes/${importCondition(header).slug}/seed-${header.seed}-repeat-${header.repeat}`;
}

/** Writes log and metrics, the log last, as for a played episode. */
function writeEpisode({ episode, team, header }: PlannedImport, folder: string) {
  makeFolder(folder);
  const needs = taskNeeds(episode);
  const file = openLogFile(join(folder, EPISODE_FILES.events), header);
  try {
    const folds = startFolds(metrics, header);
    const log: EventLog = {
      append(draft, tick, timeMicros) {
        const event = file.append(draft, tick, timeMicros);
        folds.push(event);
        return event;
      },
    };
    const shifts = convertEpisode(episode, team, needs, log);
    writeAtomically(join(folder, EPISODE_FILES.metrics), metricsText(folds.results()));
    file.commit();
    return { needs, shifts, events: file.length };
  } finally {
    file.abandon();
  }
}
