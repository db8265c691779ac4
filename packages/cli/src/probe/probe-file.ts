import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuorumError } from '@quorum/events';
import { readError } from '@quorum/events/node';
import { EPISODE_FILES } from '../run-folder/episode-files.js';
import { makeFolder } from '../system/make-folder.js';
import { displayPath } from '../system/paths.js';
import { writeAtomically } from '../system/write-atomically.js';
import { probeAnswer, probeHead, type ProbeResult } from './probe-result.js';

/** Folder of the probes beside a log. */
const PROBES = 'probes';
const ENDING = '.jsonl';

/**
 * Writes a probe beside the log of its episode, in place of an earlier one of the same decision, message and model.
 * @returns its path
 * @throws QuorumError `FILE_UNWRITABLE`
 */
export function writeProbe(episodeFolder: string, { head, answers }: ProbeResult): string {
  const folder = join(episodeFolder, PROBES);
  makeFolder(folder);
  const model = head.model.replace(/[^A-Za-z0-9.+-]+/g, '-');
  const name = `seat-${head.seat}-decision-${head.decision}-messages-${head.messages.join('-')}-${model}`;
  const path = join(folder, `${name}${ENDING}`);
  writeAtomically(path, [head, ...answers].map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
}

/**
 * The probes of an episode, in the order of their names; none where it was never probed. Those of a log that has been
 * replaced since are left out.
 * @throws QuorumError `FILE_UNREADABLE`; `LOG_CORRUPT` naming file and line
 */
export function readProbes(episodeFolder: string): ProbeResult[] {
  const folder = join(episodeFolder, PROBES);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  const digest = digestOf(join(episodeFolder, EPISODE_FILES.events));
  return files
    .sort()
    .map((name) => parseProbe(join(folder, name)))
    .filter(({ head }) => head.log === digest);
}

/** The digest that a log holds in its last line. */
function digestOf(log: string): unknown {
  const last = parseJson(readText(log).trimEnd().split('\n').at(-1) ?? '');
  return typeof last === 'object' && last !== null && 'digest' in last ? last.digest : null;
}

function parseProbe(path: string): ProbeResult {
  const [first = '', ...lines] = readText(path).trimEnd().split('\n');
  const corrupt = (line: number): QuorumError =>
    new QuorumError('LOG_CORRUPT', `${displayPath(path)}, line ${line}: this is no line of a probe.`, {
      fix: 'delete the file and probe again.',
    });
  const head = probeHead.safeParse(parseJson(first));
  if (!head.success) throw corrupt(1);
  const answers = lines.map((line, i) => {
    const answer = probeAnswer.safeParse(parseJson(line));
    if (!answer.success) throw corrupt(i + 2);
    return answer.data;
  });
  return { head: head.data, answers };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw readError(displayPath(path), error);
  }
}
