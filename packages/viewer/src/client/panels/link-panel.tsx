import type { EpisodeModel } from '../../model/episode-model.js';
import { seek } from '../data/playback.js';
import { selection, time } from '../data/state.js';

/** Messages shown: the last ones. */
const MOST_MESSAGES = 60;

/** All that one seat said to another up to the moment shown, the last first. */
export function LinkPanel({ model, from, to }: { model: EpisodeModel; from: number; to: number }) {
  const now = time.value;
  const said = model.talk.messages.filter(
    (message) => message.seat === from && message.to.includes(to) && message.time <= now,
  );
  return (
    <>
      <p>
        <button onClick={() => (selection.value = { kind: 'structure' })}>← who may address whom</button>
      </p>
      <h2>
        Agent {from} to agent {to}
      </h2>
      <p class="faint">
        {said.length} messages so far
        {said.length > MOST_MESSAGES ? `, the last ${MOST_MESSAGES} are shown` : ''}.
      </p>
      <ul class="messages">
        {said
          .slice(-MOST_MESSAGES)
          .reverse()
          .map(({ seq, kind, text, time: at, arrivals }) => {
            const arrival = arrivals.find(({ seat }) => seat === to);
            const lost = arrival?.lost ?? null;
            return (
              <li key={seq}>
                <button
                  onClick={() => {
                    seek(at);
                    selection.value = { kind: 'event', seq };
                  }}
                >
                  {(at / 1e6).toFixed(1)} s
                </button>{' '}
                <em>{kind}</em> {text}
                {lost === null ? '' : <b> lost: {lost}</b>}
              </li>
            );
          })}
      </ul>
    </>
  );
}
