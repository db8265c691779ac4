import type { QuorumEvent } from '@quorum/events';
import { chainOf, MOST_LINKS, type Link } from '../../model/chain.js';
import type { EpisodeModel } from '../../model/episode-model.js';
import { seek } from '../data/playback.js';
import { selection } from '../data/state.js';

const ENVELOPE = ['seq', 'tick', 'time', 'type', 'inputs', 'digest'];

/** One event of the log: what it says, what it used, and what rests on it. */
export function EventPanel({ model, seq }: { model: EpisodeModel; seq: number }) {
  const event = model.events[seq];
  if (event === undefined) return <p>The log has no event {seq} yet.</p>;
  const { type, time, tick } = event;
  const { back, forward } = chainOf(model, seq);
  const fields = Object.entries(event).filter(([name]) => !ENVELOPE.includes(name));
  return (
    <>
      <h2>{type}</h2>
      <p class="faint">
        #{seq} · {(time / 1e6).toFixed(2)} s · tick {tick}
      </p>
      <dl>
        {fields.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
      </dl>
      {event.type === 'observation.shown' ? <Shown model={model} parts={event.parts} /> : null}
      {event.type === 'model.called' ? <Prompt model={model} event={event} /> : null}
      <h3>Used</h3>
      <Chain model={model} links={back} />
      <h3>Followed by</h3>
      <Chain model={model} links={forward} />
    </>
  );
}

function Shown({ model, parts }: { model: EpisodeModel; parts: Readonly<Record<string, string>> }) {
  return (
    <>
      <h3>As shown</h3>
      {Object.entries(parts).map(([name, hash]) => (
        <details key={name}>
          <summary>{name}</summary>
          <pre>{textOf(model.contents.get(hash))}</pre>
        </details>
      ))}
    </>
  );
}

function Prompt({
  model,
  event,
}: {
  model: EpisodeModel;
  event: Extract<QuorumEvent, { type: 'model.called' }>;
}) {
  return (
    <>
      <h3>Prompt</h3>
      {event.prompt.map(({ role, part }, i) => (
        <details key={i}>
          <summary>{role}</summary>
          <pre>{textOf(model.contents.get(part))}</pre>
        </details>
      ))}
      <h3>Answer</h3>
      <pre>{event.answer === null ? 'none' : textOf(model.contents.get(event.answer))}</pre>
    </>
  );
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content, null, 2);
}

/** Events of a chain, each as far to the right as it is steps away. */
function Chain({ model, links }: { model: EpisodeModel; links: readonly Link[] }) {
  if (links.length === 0) return <p class="faint">nothing</p>;
  return (
    <>
      <ul class="events">
        {links.map(({ seq, steps }) => (
          <li key={seq} style={{ marginLeft: `${0.7 * (steps - 1)}rem` }}>
            <LinkedEvent event={model.events[seq]} />
          </li>
        ))}
      </ul>
      {links.length < MOST_LINKS ? null : <p class="faint">The first {MOST_LINKS} are shown.</p>}
    </>
  );
}

function LinkedEvent({ event }: { event: QuorumEvent | undefined }) {
  if (event === undefined) return null;
  const { seq, type, time } = event;
  const go = (): void => {
    seek(time);
    selection.value = { kind: 'event', seq };
  };
  return (
    <>
      <button onClick={go}>
        #{seq} {type}
      </button>
      {'seat' in event && event.seat !== undefined ? ` agent ${event.seat}` : ''}
      {event.type === 'message.sent' ? <span class="faint"> {event.text.slice(0, 60)}</span> : null}
    </>
  );
}
