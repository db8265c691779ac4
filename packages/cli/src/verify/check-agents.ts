import { existsSync, readFileSync } from 'node:fs';
import { openTape, rerun, tapeHead, tapeLine } from '@quorum/agents';
import { QuorumError } from '@quorum/events';
import type { CompleteLog, ParsedLog } from '@quorum/events/node';
import { EPISODE_FILES } from '../run-folder/episode-files.js';
import { readTapeFile } from '../run-folder/tape-file.js';
import { catalog } from '../system/catalog.js';
import { fail, pass, skip, type Check } from './verdict.js';
import { besideLog, type VerifyTask } from './verify-tasks.js';

type Log = ParsedLog & CompleteLog;

/**
 * Level 2: the agents again. What models said comes from the tape, so that no provider and no key is needed; what is on
 * the tape must be exactly what the log says was asked.
 */
export async function checkAgents(log: Log, { log: file, inRun }: VerifyTask): Promise<Check[]> {
  const calls = log.events.filter(({ type }) => type === 'model.called').length;
  const path = besideLog(file, EPISODE_FILES.tape);
  if (calls > 0 && !existsSync(path)) {
    const why = `${EPISODE_FILES.tape} is missing, and with it the answers to ${calls} model calls`;
    return inRun
      ? [fail('tape', why), skip('agents', 'there is no tape')]
      : [skip('tape', 'not beside the log'), skip('agents', 'no tape beside the log')];
  }
  let played = tapeHead(log.header);
  try {
    const tape = openTape(readTapeFile(path, log.header) ?? [], { missing: 'refuse' });
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
    const onModelCall = (entry: Parameters<typeof tapeLine>[0]): void => void (played += tapeLine(entry));
    const difference = await rerun(log.header, lines, { tape, onModelCall, catalog });
    if (difference !== null) {
      const { line, tick } = difference;
      const where = tick === null ? `line ${line}` : `tick ${tick}, line ${line}`;
      return [fail('agents', `the episode played anew differs at ${where}`, { ...difference })];
    }
    return [...checkTape(path, played, calls), pass('agents')];
  } catch (error) {
    const message = (error as Error).message;
    if (QuorumError.isInstance(error) && error.code === 'LOG_CORRUPT') return [fail('tape', message)];
    return [fail('agents', `the episode cannot be played anew: ${message}`)];
  }
}

/** The file holds what was played, byte for byte: an answer that no agent asked for is somebody else's. */
function checkTape(path: string, played: string, calls: number): Check[] {
  if (!existsSync(path)) return [];
  if (calls > 0 && readFileSync(path, 'utf8') === played) return [pass('tape')];
  return [fail('tape', `${EPISODE_FILES.tape} holds more than what the log says was asked`)];
}
