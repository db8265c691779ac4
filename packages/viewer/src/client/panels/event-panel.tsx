import type { QuorumEvent } from '@quorum/events';
import type { EpisodeModel } from '../../model/episode-model.js';
import { seek } from '../data/playback.js';
import { selection } from '../data/state.js';

const ENVELOPE = ['seq', 'tick', 'time', 'type', 'inputs', 'digest'];

/** One event of the log: what it says, what it used, and what rests on it. */
export function EventPanel({ model, seq }: { model: EpisodeModel; seq: number }) {
  const event = model.events[seq];
  if (event === undefined) return <p>The log has no event {seq} yet.</p>;
  const after = model.events.filter(({ inputs }) => inputs.includes(seq)).slice(0, 20);
  const { type, time, tick, inputs } = event;
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
      <EventList events={inputs.flatMap((each) => model.events[each] ?? [])} />
      <h3>Followed by</h3>
      <EventList events={after} />
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

function EventList({ events }: { events: readonly QuorumEvent[] }) {
  if (events.length === 0) return <p class="faint">nothing</p>;
  return (
    <ul class="events">
      {events.map(({ seq, type, time, ...rest }) => (
        <li key={seq}>
          <button
            onClick={() => {
              seek(time);
              selection.value = { kind: 'event', seq };
            }}
          >
            #{seq} {type}
          </button>
          {'seat' in rest && rest.seat !== undefined ? ` agent ${rest.seat}` : ''}
        </li>
      ))}
    </ul>
  );
}
