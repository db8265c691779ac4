import type { Proposal, Scenario } from '@quorum/env';
import type { AnswerPlan, InterruptAnswer, PlanAnswer, SpeakAnswer, SummaryAnswer } from '../chat/answers.js';
import type { PromptMessage } from '../chat/prompt-sections.js';
import { believe, type Beliefs } from './beliefs.js';
import { advised, choose, reconsider, requested, type Outlook } from './choose.js';
import { compose } from './compose.js';
import { commitTo, contentOf } from './content.js';
import { divideWork, planFor, planForNothing, prospectsOf } from './prospects.js';
import { leads, type Situation } from './read-situation.js';
import { actsOf, sayAct, type SpeechAct } from './speech-acts.js';

/** Messages, where somebody may be addressed. */
type Said = Pick<PlanAnswer, 'messages'>;

/** How it takes part. */
export interface Manner {
  readonly staleness: number;
  readonly verbosity: number;
  readonly complies: boolean;
  /** For wandering about. */
  readonly seed: number;
}

/** Answers the requests of one prompt. */
export class Answerer {
  private readonly beliefs: Beliefs;
  private readonly outlook: Outlook | null;

  constructor(
    private readonly scenario: Scenario,
    private readonly situation: Situation,
    private readonly manner: Manner,
  ) {
    this.beliefs = believe(scenario, situation, manner.staleness);
    const prospects = prospectsOf(scenario, situation, this.beliefs);
    const { complies } = manner;
    this.outlook = prospects === null ? null : { situation, beliefs: this.beliefs, prospects, complies };
  }

  /** Says who does what, or what it does itself; and what it knows. */
  speak(): SpeakAnswer {
    if (this.outlook === null) return { thought: BLIND, messages: [] };
    const { own } = this.situation;
    // A plan that is to be repaired is not to be gone on with.
    const current = this.situation.repair === null ? (own.plan.plan?.task ?? null) : null;
    const chosen = this.choice(current);
    if (!leads(this.situation)) return this.say(this.outlook, this.word(chosen?.task ?? null));
    const decided = chosen?.task ?? null;
    const share = divideWork(this.situation, this.outlook.prospects, this.beliefs, decided);
    const requests = this.situation.talk.addressees.flatMap((of): SpeechAct[] => {
      const task = share.get(of)?.task;
      return task === undefined ? [] : [{ act: 'request', task, of }];
    });
    return this.say(this.outlook, [...requests, ...this.word(decided)]);
  }

  /** Says whether it does what it is asked to, or what it is at instead. */
  reply(): SpeakAnswer {
    if (this.outlook === null) return { thought: BLIND, messages: [] };
    const { request } = this.beliefs;
    const task = this.situation.own.plan.plan?.task ?? null;
    const wish = requested(this.outlook);
    if (wish !== undefined || (request !== null && request.task === task)) {
      return this.say(this.outlook, [{ act: 'accept', task: wish?.task ?? request?.task ?? '' }]);
    }
    const refusal: SpeechAct[] = request === null ? [] : [{ act: 'refuse', task: request.task }];
    return this.say(this.outlook, [...refusal, ...this.word(task)]);
  }

  /** Chooses the next plan. */
  plan(): PlanAnswer {
    const proposal = this.outlook === null ? undefined : choose(this.outlook);
    return { thought: this.thought(proposal), ...this.planned(proposal), ...this.tell(proposal) };
  }

  /** Decides whether to go on. */
  interrupt(): InterruptAnswer {
    const before = this.before();
    const proposal = this.outlook === null || before === null ? undefined : reconsider(this.outlook, before);
    const thought = this.thought(proposal);
    if (proposal === undefined) return { thought, decision: 'resume', plan: null, ...this.silence() };
    return { thought, decision: 'replan', plan: this.planned(proposal), ...this.tell(proposal) };
  }

  /** Keeps what was claimed, and the last word of everybody. */
  summarise(): SummaryAnswer {
    const { language } = this.scenario;
    const { messages } = this.situation.memory;
    const acts = messages.flatMap((message) => actsOf(message, []).filter(({ act }) => act === 'done'));
    const facts = [...this.beliefs.claims.slice(-MAX_REMEMBERED).map((claim) => language.say(claim))];
    const summary = [...new Set([...acts.map(sayAct), ...facts])].join(' ');
    return { summary: summary === '' ? 'Nothing of note.' : summary };
  }

  /** That it is at a task, or takes it. */
  private word(task: string | null): SpeechAct[] {
    if (task === null) return [];
    const isAtIt = this.situation.repair === null && task === this.situation.own.plan.plan?.task;
    return [{ act: isAtIt ? 'work' : 'commit', task }];
  }

  /** What it works on, or else would choose. */
  private choice(current: string | null): Pick<Proposal, 'task'> | undefined {
    if (current !== null) return { task: current };
    if (this.outlook === null) return undefined;
    const { seat } = this.situation.own;
    const advice = advised(this.outlook);
    if (advice !== undefined) return advice;
    if (!leads(this.situation) || requested(this.outlook) !== undefined) return choose(this.outlook);
    return divideWork(this.situation, this.outlook.prospects, this.beliefs).get(seat);
  }

  private say(outlook: Outlook, acts: readonly SpeechAct[]): SpeakAnswer {
    const content = contentOf(this.scenario, outlook, acts);
    const messages = compose(this.scenario, this.situation.talk, content, this.manner.verbosity);
    return { thought: content.acts.map(sayAct).join(' ') || 'Nothing to say.', messages };
  }

  /** Says what it has just decided to do. Who has nothing to do keeps quiet, but for what it knows at the start. */
  private tell(proposal: Proposal | undefined): Said {
    const { addressees } = this.situation.talk;
    if (addressees.length === 0 || this.outlook === null) return this.silence();
    const content = contentOf(this.scenario, this.outlook, commitTo(proposal));
    const isNews = content.acts.length > 0 || this.beliefs.told.size === 0;
    if (!isNews) return this.silence();
    return { messages: compose(this.scenario, this.situation.talk, content, this.manner.verbosity) };
  }

  private silence(): Said {
    return this.situation.talk.addressees.length === 0 ? {} : { messages: [] };
  }

  private planned(proposal: Proposal | undefined): AnswerPlan {
    if (proposal !== undefined) return planFor(proposal);
    const prospects = this.outlook?.prospects ?? null;
    return planForNothing(this.scenario, prospects, this.situation.own, this.manner.seed);
  }

  private thought(proposal: Proposal | undefined): string {
    if (this.outlook === null) return BLIND;
    return proposal === undefined ? 'Nothing else needs me.' : `${proposal.task} is best.`;
  }

  /** What it could do by what it knew before the news. */
  private before(): ReturnType<typeof prospectsOf> {
    const news: readonly PromptMessage[] = [];
    const earlier = { ...this.situation, news };
    const beliefs = believe(this.scenario, earlier, this.manner.staleness);
    return prospectsOf(this.scenario, earlier, { ...this.beliefs, claims: beliefs.claims });
  }
}

/** The situation could not be read. */
const BLIND = 'I cannot make out where I am.';
/** Claims kept in a summary. */
const MAX_REMEMBERED = 24;
