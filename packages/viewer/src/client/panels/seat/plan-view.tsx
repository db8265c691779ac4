import type { EpisodeModel } from '../../../model/episode-model.js';
import type { PlanBox } from '../../../model/lanes.js';
import { actionWords, outcomeWords } from '../../../model/plain-words.js';
import { planProgress, type PlanStep } from '../../../model/plan-progress.js';
import { selection } from '../../data/state.js';
import { secondsText } from '../format.js';

const SIGNS: Record<PlanStep['state'], string> = { done: '✓', running: '▸', ended: '✕', 'to come': '·' };

/** A plan with the actions that it is made of and how far it has come. */
export function PlanView({ model, plan, now }: { model: EpisodeModel; plan: PlanBox | null; now: number }) {
  if (plan === null) return <p class="faint">none</p>;
  const steps = planProgress(model, plan, now);
  const done = steps.filter(({ state }) => state === 'done').length;
  const { task, seq, from, observation } = plan;
  const believed = model.events[observation]?.time;
  return (
    <>
      <p>
        {task === null ? (
          'for no task'
        ) : (
          <>
            for{' '}
            <button onClick={() => (selection.value = { kind: 'task', task })} class="quiet">
              {task}
            </button>
          </>
        )}
        , {done} of {steps.length} actions done,{' '}
        <button onClick={() => (selection.value = { kind: 'event', seq })} class="quiet">
          since {secondsText(from)}
        </button>
        {believed === undefined ? null : (
          <>
            , rests on what it saw at{' '}
            <button onClick={() => (selection.value = { kind: 'event', seq: observation })} class="quiet">
              {secondsText(believed)}
            </button>
          </>
        )}
      </p>
      <ol class="plan-steps">
        {steps.map(({ action, details, state, outcome }, i) => (
          <li
            key={i}
            class={state.replace(' ', '-')}
            title={outcome === null ? action : `${action}: ${outcome}`}
            aria-current={state === 'running' ? 'step' : undefined}
          >
            <span aria-hidden="true">{SIGNS[state]}</span> {actionWords(action)}{' '}
            <span class="faint">{details}</span>
            <span class="unseen"> {state}</span>
            {state === 'ended' && outcome !== null ? `: ${outcomeWords(outcome)}` : ''}
          </li>
        ))}
      </ol>
    </>
  );
}
