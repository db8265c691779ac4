import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  startModelServer,
  type Behave,
  type Behaviour,
  type ModelServer,
} from '../../packages/cli/src/testing/model-servers.js';
import { quorumInProcess } from './quorum-in-process.js';
import { quorum, temporaryFolder, writeSuite } from './quorum.js';
import { episodeFiles } from './run-files.js';

export const MODEL = 'openai:gpt-5-mini';
export const KEY = 'planted-4f9a7c2e81d05b36';

/** Waits for two seconds: three calls in an episode of five. */
export const WAIT = JSON.stringify({ thought: 'hm', task: null, actions: [{ type: 'wait', seconds: 2 }] });

/** Two seats that ask a model, on two seeds. */
export const ASKED_SUITE = `suite: asked-v0
title: Agents that ask a model
scenario: push-nine-v0
agents: 2
team: chat
model: ${MODEL}
clock: { profile: reference-v1 }
horizonSeconds: 5
seeds: 1..2
`;

/** A server of models that ends with its test. */
export async function serveModels(behave: Behaviour | Behave): Promise<ModelServer> {
  const server = await startModelServer(behave);
  onTestFinished(() => server.close());
  return server;
}

/** A suite in a folder of its own, and the command on it: started as a user would, or in this process, which is faster. */
export function prepareRun(text = ASKED_SUITE) {
  const folder = temporaryFolder();
  const suite = writeSuite(folder, text);
  const run = join(folder, 'run');
  const env = { OPENAI_API_KEY: KEY };
  const line = (server: ModelServer, args: readonly string[]): string[] => [
    ...['run', suite, '-o', run, '--workers', '1', '--base-url', server.baseUrl('openai')],
    ...args,
  ];
  return {
    folder,
    suite,
    run,
    start: (server: ModelServer, ...args: readonly string[]) => quorum(line(server, args), { env }),
    play: (server: ModelServer, ...args: readonly string[]) => quorumInProcess(line(server, args), { env }),
  };
}

interface Manifest {
  readonly episodes: readonly { readonly usage: readonly Record<string, unknown>[] | null }[];
  readonly sessions: readonly {
    readonly outcome: string;
    readonly models: { readonly usage: readonly Record<string, unknown>[] } & Record<string, unknown>;
  }[];
}

/** What the manifest of a run says of its models. */
export const manifestOf = (run: string): Manifest =>
  JSON.parse(readFileSync(join(run, 'manifest.json'), 'utf8')) as Manifest;

/** Paths of the tapes of a run. */
export const tapesOf = (run: string): string[] =>
  episodeFiles(run).filter((path) => path.endsWith('tape.jsonl'));
