import type { Claim } from '@quorum/events';
import type { Proposal, Scenario } from '@quorum/env';
import { canonicalJson } from '../models/canonical-json.js';
import type { Beliefs } from './beliefs.js';
import type { Outlook } from './choose.js';
import type { Content } from './compose.js';
import { isSuperior, type Situation } from './read-situation.js';
import type { SpeechAct } from './speech-acts.js';

/** Most claims of a message. */
const MAX_CLAIMS = 12;

/** What to say besides the given acts: which tasks are done, and claims that the speaker has not made yet. */
export function contentOf(scenario: Scenario, outlook: Outlook, acts: readonly SpeechAct[]): Content {
  const { situation, beliefs } = outlook;
  const news = unreported(situation, beliefs);
  const done = news.map((task): SpeechAct => ({ act: 'done', task }));
  const over = news.flatMap((task) => scenario.language.done?.(task) ?? []);
  return {
    acts: [...acts, ...done],
    claims: [...over, ...knowledge(scenario, outlook)]
      .filter((claim) => !beliefs.told.has(canonicalJson(claim)))
      .slice(0, MAX_CLAIMS),
  };
}

/** Tasks that the speaker has just found to be over and has not said so. */
function unreported({ own }: Situation, { over, reported }: Beliefs): string[] {
  const task = own.plan.lastPlan?.task ?? null;
  return task !== null && over.has(task) && !reported.has(task) ? [task] : [];
}

/** What it sees; and what it has heard, where others may not have. */
function knowledge(scenario: Scenario, { situation, prospects }: Outlook): readonly Claim[] {
  const { observation } = situation.own;
  const own = observation === null ? [] : scenario.language.claims(observation);
  if (!isRelay(situation)) return own;
  const known = new Set(own.map(canonicalJson));
  const heard = scenario.language.claims(prospects.observation);
  return [...own, ...heard.filter((claim) => !known.has(canonicalJson(claim)))];
}

/** Others may not hear each other: around a superior, and where not everybody can be addressed. */
function isRelay({ talk, own }: Situation): boolean {
  const role = talk.roles[own.seat];
  return isSuperior(role) || (role === 'member' && talk.addressees.length < talk.roles.length - 1);
}

/** The word for a task of one's own, unless it has been given before. */
export function commitTo(proposal: Pick<Proposal, 'task'> | undefined): SpeechAct[] {
  return proposal === undefined ? [] : [{ act: 'commit', task: proposal.task }];
}
