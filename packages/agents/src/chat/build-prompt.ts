import type { Scenario } from '@quorum/env';
import type { Activation } from '../contract/agent.js';
import type { ModelMessage } from '../contract/model.js';
import { speechOf } from './answers.js';
import type { ChatMemory } from './memory/chat-memory.js';
import type { ChatOptions } from './options.js';
import { prompt, type PromptName } from './prompts.js';
import {
  renderMemory,
  renderMessage,
  renderPlan,
  renderRequest,
  renderTalk,
  section,
  tellMessage,
  type PromptRequest,
} from './prompt-sections.js';
import { seconds } from './prompt/notation.js';
import { structureParagraph } from './structure-paragraph.js';
import { fillTemplate } from './template.js';
import { addressForm } from './address-form.js';

/** What a prompt is made from. */
export interface PromptSource {
  readonly scenario: Scenario;
  readonly options: ChatOptions;
  readonly activation: Activation;
  /** What the seat remembers, without the new messages. */
  readonly memory: ChatMemory;
}

/** What an activation is asked, with `seats` to plan for if it is the mind of a whole team. */
export function buildPrompt(source: PromptSource, request: PromptRequest): ModelMessage[] {
  return [
    { role: 'system', parts: systemParts(source) },
    {
      role: 'user',
      parts: [
        clock(source.activation),
        ...(request.seats.length === 0 ? ownSituation(source) : teamSituation(source, request.seats)),
        section('memory', renderMemory(source.memory)),
        ...news(source.activation),
        talk(source.activation),
        section('request', renderRequest(request, requestText(source.activation, request))),
      ],
    },
  ];
}

/** The request for a summary of memory: what an activation is asked, without the situation and what is new. */
export function buildSummaryPrompt(source: PromptSource): ModelMessage[] {
  const request = renderRequest(
    { purpose: 'summarise', seats: [] },
    fillTemplate(prompt('summarise')).join('\n\n'),
  );
  return [
    { role: 'system', parts: systemParts(source) },
    {
      role: 'user',
      parts: [
        clock(source.activation),
        section('memory', renderMemory({ ...source.memory, plans: [] })),
        talk(source.activation),
        section('request', request),
      ],
    },
  ];
}

function systemParts({ scenario, options, activation }: PromptSource): string[] {
  return fillTemplate(prompt(`system-${options.prompt}`), {
    rules: section('rules', scenario.language.rules(activation.talk.roles.length)),
    team: section('team', structureParagraph(activation)),
  });
}

const clock = ({ time, remainingMicros }: Activation): string =>
  section('clock', `Now: ${seconds(time)} of team time. At most ${seconds(remainingMicros)} remain.`);

function ownSituation({ scenario, options, activation }: PromptSource): string[] {
  return [
    ...situation(scenario, options, '', activation.observation),
    section('plan', renderPlan(activation)),
  ];
}

/** What each seat to plan for sees, then the plans of the whole team. */
function teamSituation({ scenario, options, activation }: PromptSource, seats: readonly number[]): string[] {
  const team = activation.team ?? [];
  const sights = team.flatMap(({ seat, observation }) =>
    seats.includes(seat) && observation !== null ? situation(scenario, options, `-${seat}`, observation) : [],
  );
  return [...sights, ...team.map((view) => section(`plan-${view.seat}`, renderPlan(view)))];
}

function situation(
  scenario: Scenario,
  { promptForm }: ChatOptions,
  suffix: string,
  observation: Activation['observation'],
): string[] {
  return [
    ...(promptForm === 'json' ? [] : [section(`situation${suffix}`, scenario.render(observation))]),
    ...(promptForm === 'text' ? [] : [section(`situation-json${suffix}`, JSON.stringify(observation))]),
  ];
}

function news({ inbox, notice }: Activation): string[] {
  const messages = inbox.map((message) => renderMessage(tellMessage(message)));
  return [
    section('messages', messages.length === 0 ? 'No new messages.' : messages.join('\n')),
    ...(notice === null ? [] : [section('notice', notice)]),
  ];
}

const talk = ({ seat, talk: view }: Activation): string => section('talk', renderTalk({ ...view, seat }));

function requestText({ talk: view }: Activation, { purpose, seats }: PromptRequest): string {
  const name: PromptName = seats.length > 0 ? 'solo' : purpose;
  const speech = seats.length > 0 ? null : speechOf(view);
  const forms =
    speech === null
      ? []
      : fillTemplate(prompt(speech.typed ? 'messages-typed' : 'messages-free'), {
          to: addressForm(speech.addressing),
        });
  return [...fillTemplate(prompt(name)), ...forms].join('\n\n');
}
