import { QuorumError } from '@quorum/events';
import type { ModelReply } from '../contract/model.js';
import type { Tape, TapeEntry, TapeKey } from '../contract/tape.js';

/** How a tape answers. */
export interface TapeOptions {
  /** What becomes of a call that is not on the tape: an error, or null so that it is asked live. */
  readonly missing: 'refuse' | 'ask';
  /**
   * `key` (where left out): the episode repeats itself, so the call of the same seat, activation and number must have
   * asked the same. `request`: the episode may take another course (a fork); where it does, the seat gets the first
   * answer to the same request that it has not had yet.
   */
  readonly lookUp?: 'key' | 'request';
}

/** Recorded answers to play from. */
export function openTape(entries: readonly TapeEntry[], { missing, lookUp = 'key' }: TapeOptions): Tape {
  const byKey = new Map(entries.map((entry) => [keyText(entry), entry]));
  const byRequest = lookUp === 'request' ? groupByRequest(entries) : null;
  const used = new Set<TapeEntry>();

  return {
    find(key, request): ModelReply | null {
      const recorded = byKey.get(keyText(key));
      const same = recorded?.request === request && !used.has(recorded) ? recorded : undefined;
      const entry = same ?? byRequest?.get(requestText(key, request))?.find((other) => !used.has(other));
      if (entry !== undefined) {
        // By key, the same call may be played any number of times (from a checkpoint, say).
        if (byRequest !== null) used.add(entry);
        return entry.reply;
      }
      if (missing === 'ask') return null;
      throw miss(key, recorded);
    },
  };
}

function groupByRequest(entries: readonly TapeEntry[]): Map<string, TapeEntry[]> {
  const groups = new Map<string, TapeEntry[]>();
  for (const entry of entries) {
    const name = requestText(entry, entry.request);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [entry]);
    else group.push(entry);
  }
  return groups;
}

const keyText = ({ seat, activation, call }: TapeKey): string => `${seat} ${activation} ${call}`;

/** Answers stay with their seat: which of two seats asks first must not matter. */
const requestText = ({ seat }: TapeKey, request: string): string => `${seat} ${request}`;

function miss({ seat, activation, call }: TapeKey, recorded: TapeEntry | undefined): QuorumError {
  const which = `call ${call} of activation ${activation} of seat ${seat}`;
  const why =
    recorded === undefined ? 'is not on the tape' : 'asks something else than the tape holds an answer to';
  return new QuorumError('TAPE_MISS', `The ${which} ${why}.`, {
    fix: 'Play with the versions that recorded the tape, or have missing answers asked live.',
  });
}
