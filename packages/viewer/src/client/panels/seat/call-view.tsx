import type { EpisodeModel } from '../../../model/episode-model.js';
import type { FrameTrack } from '../../../model/frame-track.js';
import type { PlacedActivation } from '../../../model/seat-at-time.js';
import { seek } from '../../data/playback.js';
import { selection } from '../../data/state.js';
import { BeliefLine } from './belief-line.js';
import { CallTexts } from './call-texts.js';

interface Props {
  readonly model: EpisodeModel;
  readonly frames: FrameTrack;
  readonly seat: number;
  readonly placed: PlacedActivation;
  readonly now: number;
}

/** One call of an agent, and the way to the others. */
export function CallView({ model, frames, seat, placed: { index, activation }, now }: Props) {
  const { started, ended, decided } = activation;
  const own = model.activations[seat] ?? [];
  const step = (by: number) => () => {
    const to = own[index + by]?.started;
    if (to === undefined) return;
    seek(to.time);
    selection.value = { kind: 'seat', seat, call: to.seq };
  };
  return (
    <section aria-label="Call of the agent">
      <h3 class="stepper">
        <button aria-label="previous call" disabled={index === 0} onClick={step(-1)}>
          ‹
        </button>
        Call {index + 1} of {own.length}: {started.purpose}
        <button aria-label="next call" disabled={index === own.length - 1} onClick={step(1)}>
          ›
        </button>
      </h3>
      <BeliefLine model={model} frames={frames} activation={activation} now={now} />
      <p class="actions">
        <Event seq={started.seq} text="why it was called" />{' '}
        {decided.map((seq) => (
          <Event key={seq} seq={seq} text={model.events[seq]?.type === 'message.sent' ? 'said' : 'planned'} />
        ))}
        {ended?.problem === undefined ? null : <span class="problem-text">{ended.problem}</span>}
      </p>
      <CallTexts model={model} activation={activation} known={model.events.length} />
    </section>
  );
}

function Event({ seq, text }: { seq: number; text: string }) {
  return <button onClick={() => (selection.value = { kind: 'event', seq })}>{text}</button>;
}
