import type { Claim, MessageKind } from '@quorum/events';
import type { Scenario } from '@quorum/env';
import type { AnswerMessage } from '../chat/answers.js';
import type { PromptTalk } from '../chat/prompt-sections.js';
import type { Address } from '../contract/message.js';
import { countTokens } from '../models/tokenizer.js';
import { FILLER } from './filler.js';
import { sayAct, type SpeechAct } from './speech-acts.js';

/** Most messages of an answer; seats beyond that are left out where each needs a message of its own. */
const MAX_MESSAGES = 4;

/** What to get across. */
export interface Content {
  readonly acts: readonly SpeechAct[];
  /** Most useful first. */
  readonly claims: readonly Claim[];
}

/** One message to all that may be addressed, or one each where the channel knows nothing else; shortened to fit the budget. */
export function compose(
  scenario: Scenario,
  talk: PromptTalk,
  content: Content,
  verbosity: number,
): AnswerMessage[] {
  const { addressees, addressing, budget } = talk;
  if (addressees.length === 0 || content.acts.length + content.claims.length === 0) return [];
  if (addressing !== 'unicast') {
    const to: Address = addressing === 'broadcast' ? 'all' : [...addressees];
    return budget.messages === 0 ? [] : fit(scenario, talk, to, content, verbosity);
  }
  const most = Math.min(MAX_MESSAGES, budget.messages ?? MAX_MESSAGES);
  // Those who are asked for something come first.
  const asked = addressees.filter((seat) => isAsked(content, seat));
  const rest = addressees.filter((seat) => !isAsked(content, seat));
  return [...asked, ...rest].slice(0, most).flatMap((seat) => {
    const acts = content.acts.filter((act) => act.act !== 'request' || act.of === seat);
    return fit(scenario, talk, [seat], { ...content, acts }, verbosity);
  });
}

const isAsked = ({ acts }: Content, seat: number): boolean =>
  acts.some((act) => act.act === 'request' && act.of === seat);

/** The message without as many claims and filler words as it takes to fit; none if even the acts do not. */
function fit(
  scenario: Scenario,
  talk: PromptTalk,
  to: Address,
  { acts, claims }: Content,
  verbosity: number,
): AnswerMessage[] {
  for (let words = verbosity, left = [...claims]; ;) {
    const message = write(scenario, talk, to, { acts, claims: left }, words);
    if (message.text !== '' && isWithin(talk, message.text)) return [message];
    if (words > 0) words = Math.floor(words / 2);
    else if (left.length > 0) left = left.slice(0, Math.floor(left.length / 2));
    else return [];
  }
}

function isWithin({ budget }: PromptTalk, text: string): boolean {
  const { tokens, bytes, tokensPerMessage } = budget;
  if (bytes !== null && Buffer.byteLength(text) > bytes) return false;
  const most = Math.min(tokens ?? Infinity, tokensPerMessage ?? Infinity);
  return most === Infinity || countTokens(text) <= most;
}

/** Where messages are typed, claims stand beside the text; else they are said in it. */
function write(
  scenario: Scenario,
  { typed }: PromptTalk,
  to: Address,
  { acts, claims }: Content,
  words: number,
): AnswerMessage {
  const said = acts.map(sayAct);
  const facts = typed && said.length > 0 ? [] : claims.map((claim) => scenario.language.say(claim));
  const filler = Array.from({ length: words }, (_, i) => FILLER[i % FILLER.length]).join(' ');
  const text = [...said, ...facts, filler].filter((part) => part !== '').join(' ');
  return typed ? { to, kind: kindOf(acts), task: taskOf(acts), text, claims } : { to, text };
}

const KINDS: Readonly<Record<SpeechAct['act'], MessageKind>> = {
  request: 'request',
  commit: 'commit',
  work: 'commit',
  accept: 'accept',
  refuse: 'refuse',
  done: 'inform',
};

/** A message that asks for something is a request, whatever else it says. */
function kindOf(acts: readonly SpeechAct[]): MessageKind {
  const first = acts.find(({ act }) => act === 'request') ?? acts[0];
  return first === undefined ? 'inform' : KINDS[first.act];
}

/** The task of a message's kind, where it is one only. */
function taskOf(acts: readonly SpeechAct[]): string | null {
  const kind = kindOf(acts);
  const tasks = new Set(acts.filter(({ act }) => KINDS[act] === kind).map(({ task }) => task));
  const [task = null, ...others] = tasks;
  return others.length === 0 ? task : null;
}
