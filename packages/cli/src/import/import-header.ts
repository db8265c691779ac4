import { TOKENIZER } from '@quorum/agents';
import { LOG_FORMAT, TICKS_PER_SECOND, type EpisodeHeader } from '@quorum/events';
import type { SourceName } from './source-name.js';

/**
 * Scenario of imports. Under this name there is no world: the logs can be read and measured, not simulated again.
 */
const SCENARIO = 'import-coop2-v0';

/** Version of the conversion; rises when the same files could give another log. */
const CONVERSION = '1';

/**
 * The header of an imported episode. Everything that the files leave open has one value for all episodes of an import.
 * @param steps of the longest episode; their limit is not in the files
 */
export function importHeader(
  { topology, repair, seed }: SourceName,
  { agents, steps, repeat }: { readonly agents: number; readonly steps: number; readonly repeat: number },
): EpisodeHeader {
  const structure = `coop2-${topology ?? 'unknown'}`;
  return {
    format: LOG_FORMAT,
    scenario: SCENARIO,
    options: {},
    seed,
    repeat,
    team: Array.from({ length: agents }, () => ({ agent: 'coop2', modelKind: 'llm' as const, options: {} })),
    structure,
    topology: { name: topology === 'individual' ? 'none' : 'coop2', options: {} },
    protocol: { name: 'coop2', options: {} },
    channel: {},
    clock: { mode: 'barrier', profile: 'recorded', timeScale: 1 },
    horizonTicks: Math.max(1, steps) * TICKS_PER_SECOND,
    deadlineMicros: null,
    limits: { calls: null, tokens: null },
    ...(repair ? { repair: { name: 'coop2', options: {} } } : {}),
    versions: { log: LOG_FORMAT, import: CONVERSION, tokenizer: TOKENIZER },
  };
}
