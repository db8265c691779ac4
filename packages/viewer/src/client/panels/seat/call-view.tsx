import type { EpisodeModel } from '../../../model/episode-model.js';
import type { FrameTrack } from '../../../model/frame-track.js';
import { promptOf, type PromptPart } from '../../../model/prompt-sections.js';
import { inboxOf, type PlacedActivation } from '../../../model/seat-at-time.js';
import { seek } from '../../data/playback.js';
import { selection } from '../../data/state.js';
import { contentText } from '../format.js';
import { BeliefLine } from './belief-line.js';
import { Folded } from './folded.js';
import { Inbox } from './inbox.js';

/** Characters that stand for a part without a title. */
const BEGINNING = 40;

interface Props {
  readonly model: EpisodeModel;
  readonly frames: FrameTrack;
  readonly seat: number;
  readonly placed: PlacedActivation;
  readonly now: number;
}

/** One call of an agent: what it was shown and remembered, what its model was asked and said. */
export function CallView({ model, frames, seat, placed: { index, activation }, now }: Props) {
  const { started, shown, calls, ended, decided } = activation;
  const first = calls[0];
  const known = first === undefined ? [] : promptOf(model, first);
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
      <Inbox title="Inbox, shown with this call" messages={inboxOf(model, activation)} />
      <h3>Saw</h3>
      <Observation model={model} text={known.filter(isAbout('situation'))} parts={shown?.parts ?? {}} />
      <h3>Remembered</h3>
      <Remembered parts={known.filter(isAbout('memory'))} />
      {calls.map((call, i) => (
        <section key={call.seq} aria-label={`Call ${i + 1} of its model`}>
          <h3>
            Asked its model{calls.length === 1 ? '' : `, ${i + 1} of ${calls.length}`}{' '}
            <span class="faint">
              {call.inputTokens} in, {call.outputTokens + call.reasoningTokens} out
            </span>
          </h3>
          <Parts parts={promptOf(model, call)} none="nothing" />
          <h3>Answer</h3>
          {call.answer === null ? (
            <p class="problem-text">
              {call.outcome}: {call.problem}
            </p>
          ) : (
            <Folded title="as the model said it" text={contentText(model.contents.get(call.answer))} open />
          )}
        </section>
      ))}
    </section>
  );
}

/** Whether a part of a prompt has a title, or begins with it (`situation-json`, `situation-of-agent-2`). */
function isAbout(title: string) {
  return ({ name }: PromptPart): boolean => name === title || (name?.startsWith(`${title}-`) ?? false);
}

function Event({ seq, text }: { seq: number; text: string }) {
  return <button onClick={() => (selection.value = { kind: 'event', seq })}>{text}</button>;
}

function Remembered({ parts }: { parts: readonly PromptPart[] }) {
  if (parts.length === 0) return <p class="faint">No memory is shown to this agent.</p>;
  return (
    <>
      {parts.map(({ text }, i) => (
        <Folded key={i} title="messages and plans, as told to its model" text={text} />
      ))}
    </>
  );
}

interface ObservationProps {
  readonly model: EpisodeModel;
  readonly text: readonly PromptPart[];
  readonly parts: Readonly<Record<string, string>>;
}

function Observation({ model, text, parts }: ObservationProps) {
  return (
    <>
      {text.map((part, i) => (
        <Folded key={i} title="as text" text={part.text} open={i === 0} />
      ))}
      <details open={text.length === 0}>
        <summary>
          as data <span class="faint">{Object.keys(parts).length} sections</span>
        </summary>
        <div class="inner">
          {Object.entries(parts).map(([name, hash]) => (
            <Folded key={name} title={name} text={contentText(model.contents.get(hash))} />
          ))}
        </div>
      </details>
    </>
  );
}

/** First words of a part without a title. */
function beginning(text: string): string {
  return text.length <= BEGINNING ? text : `${text.slice(0, BEGINNING).replace(/\s\S*$/, '')} …`;
}

function Parts({ parts, none }: { parts: readonly PromptPart[]; none: string }) {
  if (parts.length === 0) return <p class="faint">{none}</p>;
  return (
    <>
      {parts.map(({ role, name, text }, i) => (
        <Folded key={i} title={`${role}: ${name ?? beginning(text)}`} text={text} />
      ))}
    </>
  );
}
