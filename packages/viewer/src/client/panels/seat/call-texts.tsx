import { memo } from 'preact/compat';
import type { Activation } from '../../../model/activations.js';
import type { EpisodeModel } from '../../../model/episode-model.js';
import { promptOf, type PromptPart } from '../../../model/prompt-sections.js';
import { inboxOf } from '../../../model/seat-at-time.js';
import { contentText } from '../format.js';
import { Folded } from './folded.js';
import { Inbox } from './inbox.js';

/** Characters that stand for a part without a title. */
const BEGINNING = 40;

interface Props {
  readonly model: EpisodeModel;
  readonly activation: Activation;
  /** Number of events known: what decides whether it is made anew. */
  readonly known: number;
}

/** What a call was shown and remembered, what its model was asked and said; the same at every moment. */
export const CallTexts = memo(
  ({ model, activation }: Props) => {
    const { shown, calls } = activation;
    const [first] = calls;
    const told = first === undefined ? [] : promptOf(model, first);
    return (
      <>
        <Inbox title="Inbox, shown with this call" messages={inboxOf(model, activation)} />
        <h3>Saw</h3>
        <Observation model={model} text={told.filter(isAbout('situation'))} parts={shown?.parts ?? {}} />
        <h3>Remembered</h3>
        <Remembered parts={told.filter(isAbout('memory'))} />
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
      </>
    );
  },
  (a, b) => a.activation === b.activation && a.known === b.known && a.model === b.model,
);

/** Whether a part of a prompt has a title, or begins with it (`situation-json`, `situation-of-agent-2`). */
function isAbout(title: string) {
  return ({ name }: PromptPart): boolean => name === title || (name?.startsWith(`${title}-`) ?? false);
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
