import { join, resolve } from 'node:path';
import { QuorumError } from '@quorum/events';
import { EXIT } from '../output/exit-codes.js';
import type { Terminal } from '../output/terminal.js';
import { readRun, type RunResults } from '../run-folder/read-run.js';
import { modelsOfEpisodes } from '../run/episode-models.js';
import { runCommand } from '../run/run-command.js';
import type { SuitePlan } from '../suite/plan-suite.js';
import { displayPath } from '../system/paths.js';
import { pilotSeeds } from './pilot-seeds.js';

/** What a pilot is, and where. */
export interface PilotOptions {
  /** The suite as typed. */
  readonly target: string;
  /** Run folder of a pilot; where left out, one is played. */
  readonly pilot?: string;
  readonly workers: number;
}

/**
 * Reads a pilot, or plays one on ten seeds of the suite into `runs/<suite>-pilot` and goes on there if it is unfinished.
 * @throws QuorumError `USAGE` when it would have to ask language models; `RUN_FOLDER` when episodes of it failed
 */
export async function openPilot(
  plan: SuitePlan,
  options: PilotOptions,
  terminal: Terminal,
): Promise<RunResults> {
  if (options.pilot !== undefined) return readRun(resolve(options.pilot));
  const { target, workers } = options;
  const seeds = pilotSeeds(plan.suite.seeds).join(',');
  const models = modelsOfEpisodes(plan.episodes);
  if (models.length > 0) {
    throw new QuorumError('USAGE', `A pilot of ${plan.suite.suite} would ask ${models.join(', ')}.`, {
      fix: `play it yourself (quorum run ${target} --seeds ${seeds} -o DIR) and name it: --pilot DIR.`,
    });
  }
  const folder = join('runs', `${plan.suite.suite}-pilot`);
  terminal.note(`Playing a pilot on seeds ${seeds} into ${folder}; what is finished there is kept.`);
  const exit = await runCommand(target, { ...QUIET_RUN, seeds, output: folder, workers }, terminal);
  if (exit === EXIT.ok) return readRun(resolve(folder));
  throw new QuorumError('RUN_FOLDER', `The pilot in ${displayPath(resolve(folder))} is not finished.`, {
    fix: 'see what failed above; the same command goes on where it stopped.',
  });
}

const QUIET_RUN = {
  grid: [],
  retryErrors: false,
  recordMissing: false,
  dryRun: false,
  view: false,
  port: 0,
  host: '127.0.0.1',
  json: false,
  quiet: true,
  debug: false,
} as const;
