import type { QuorumEvent } from '../log/events.js';
import { LOG_FORMAT, type EpisodeHeader } from '../log/header.js';
import { createEventLog } from '../node/create-event-log.js';
import type { RandomLog } from './arbitrary-log.js';

/** A header with nothing special in it. */
export const smallHeader: EpisodeHeader = {
  format: LOG_FORMAT,
  scenario: 'push-nine-v0',
  options: {},
  seed: 1,
  repeat: 1,
  team: [{ agent: 'greedy', modelKind: 'scripted', options: {} }],
  structure: 'individual',
  topology: { name: 'none', options: {} },
  protocol: { name: 'independent', options: {} },
  channel: {},
  clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
  horizonTicks: 60,
  deadlineMicros: null,
  limits: { calls: null, tokens: null },
  versions: { engine: 'test' },
};

/** A complete log of six lines, short enough to try every byte of it. The third line holds `note`. */
export function smallLog(note: string): RandomLog {
  const pieces: string[] = [];
  const log = createEventLog(smallHeader, (piece) => {
    pieces.push(piece);
  });
  const events: QuorumEvent[] = [
    log.append({ type: 'activation.stage', inputs: [], seat: 0, stage: 'R' }, 5, 100),
    log.append({ type: 'intervention.applied', inputs: [0], source: 't', kind: 'note', note }, 5, 100),
    log.append({ type: 'world.hash', inputs: [], state: '0'.repeat(32) }, 60, 1000),
    log.append({ type: 'activation.stage', inputs: [1], seat: 0, stage: 'X' }, 61, 1001),
    log.append({ type: 'episode.ended', inputs: [], status: 'horizon', score: 0, maxScore: 9 }, 62, 1002),
  ];
  return { header: smallHeader, events, text: pieces.join('') };
}
