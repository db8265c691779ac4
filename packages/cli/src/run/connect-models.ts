import type { MessagePort } from 'node:worker_threads';
import { openTape, type EpisodeOptions, type Tape } from '@quorum/agents';
import type { EpisodeHeader } from '@quorum/events';
import { remoteProvider } from '../models/remote-provider.js';
import { withStandIn } from '../models/with-stand-in.js';
import { readTapeFile } from '../run-folder/tape-file.js';

/** Recorded answers for an episode. */
export interface TapeSource {
  /** The tape; nothing is recorded where there is no such file. */
  readonly path: string;
  /** Asks models for what is not on it. */
  readonly recordMissing: boolean;
}

/** What an episode finds its answers with, and how to be done with it. */
export interface Connection {
  readonly options: Pick<EpisodeOptions, 'models' | 'tape'>;
  close(): void;
}

/**
 * Connects an episode to its models: language models over the port, the stand-in in this thread.
 * @throws QuorumError `LOG_CORRUPT` or `FILE_UNREADABLE` when the tape cannot be read
 */
export function connectModels(
  header: EpisodeHeader,
  port: MessagePort | null,
  source: TapeSource | null,
): Connection {
  const remote = port && remoteProvider(port);
  const tape = source && openRecorded(source, header);
  return {
    options: { models: withStandIn(remote), ...(tape && { tape }) },
    close: () => remote?.close(),
  };
}

function openRecorded({ path, recordMissing }: TapeSource, header: EpisodeHeader): Tape {
  return openTape(readTapeFile(path, header) ?? [], { missing: recordMissing ? 'ask' : 'refuse' });
}
