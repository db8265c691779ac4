import { memo } from 'preact/compat';
import type { Message } from '../../../model/talk.js';
import { seek } from '../../data/playback.js';
import { selection } from '../../data/state.js';
import { secondsText } from '../format.js';

/** What a seat has said, the last first. */
export const Said = memo(
  ({ said }: { said: readonly Message[] }) => (
    <>
      <h3>Said so far</h3>
      {said.length === 0 ? <p class="faint">nothing</p> : null}
      <ul class="messages">
        {said.toReversed().map(({ seq, to, kind, text, time: at }) => (
          <li key={seq}>
            <button
              onClick={() => {
                seek(at);
                selection.value = { kind: 'event', seq };
              }}
            >
              {secondsText(at)} → {to.join(', ')}
            </button>{' '}
            <em>{kind}</em> {text}
          </li>
        ))}
      </ul>
    </>
  ),
  // Words are never taken back: with the first and the number of them all are known.
  (a, b) => a.said.length === b.said.length && a.said[0] === b.said[0],
);
