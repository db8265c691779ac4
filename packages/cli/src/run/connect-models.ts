import type { MessagePort } from 'node:worker_threads';
import { openTape, type EpisodeOptions, type Tape } from '@quorum/agents';
import type { EpisodeHeader } from '@quorum/events';
import { readTapeFile } from '../run-folder/tape-file.js';

/** Recorded answers for an episode. */
export interface TapeSource {
  /** The tape; nothing is recorded where there is no such file. */
  readonly path: string;
  /** Asks models for what is not on it. */
  readonly recordMissing: boolean;
}

/** What an episode finds its answers with. */
export function connectModels({
  header,
  tape,
}: {
  readonly header: EpisodeHeader;
  readonly models: MessagePort | null;
  readonly tape: TapeSource | null;
}): Pick<EpisodeOptions, 'models' | 'tape'> {
  return { ...(tape && { tape: openRecorded(tape, header) }) };
}

function openRecorded({ path, recordMissing }: TapeSource, header: EpisodeHeader): Tape {
  return openTape(readTapeFile(path, header) ?? [], { missing: recordMissing ? 'ask' : 'refuse' });
}
