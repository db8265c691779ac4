import type { Received } from '../../../model/seat-at-time.js';
import { selection } from '../../data/state.js';
import { secondsText } from '../format.js';

/** Messages as they came to a seat. */
export function Inbox({ title, messages }: { title: string; messages: readonly Received[] }) {
  return (
    <>
      <h3>
        {title} ({messages.length})
      </h3>
      <ul class="messages">
        {messages.map(({ seq, from, time, kind, text }, i) => (
          <li key={i}>
            <button
              disabled={seq === null}
              onClick={() => {
                if (seq !== null) selection.value = { kind: 'event', seq };
              }}
            >
              {secondsText(time)} from {from}
            </button>{' '}
            <em>{kind}</em> {text}
          </li>
        ))}
      </ul>
    </>
  );
}
