import type { Claim } from '@quorum/events';
import type { Rng } from '@quorum/env';
import type { Agent, Decision } from '../contract/agent.js';
import type { MessageDecision } from '../contract/message.js';

/**
 * An agent for property tests: asks its model, says something to somebody now and then, plans at random, remembers how
 * often it was called and what it heard last. All of it depends on seed, activation and the model's answers only.
 */
export const talker: Agent['decide'] = async (activation, state, { rng, model }) => {
  const { inbox, plan, commands, purpose, observation, time } = activation;
  const parts = ['rules', `time ${time}`, ...inbox.map(({ from, text }) => `${from}: ${text}`)];
  let said = '';
  for (let calls = rng.integer(0, 2); calls > 0; calls--) {
    said = (await model.ask({ messages: [{ role: 'user', parts: [...parts, said] }], schema: null })).text;
  }
  const idle = () => ({ task: null, actions: [{ type: 'idle', seconds: rng.integer(1, 30) / 10 }] });
  const count = typeof state === 'number' ? state + 1 : 1;
  const messages = rng.uniform() < 0.6 ? [message(said, observation, rng, activation.talk.roles.length)] : [];
  const keeps = plan !== null && purpose !== 'repair' && rng.uniform() < 0.5;
  const decision: Decision = { state: count, messages };
  const plans = commands.map((seat) => ({ seat, ...idle() }));
  return {
    ...decision,
    ...(purpose === 'speak' || purpose === 'reply' ? {} : keeps ? { resume: true } : { plan: idle() }),
    ...(plans.length === 0 ? {} : { plans }),
  };
};

function message(text: string, observation: object, rng: Rng, seats: number): MessageDecision {
  const to = rng.pick<MessageDecision['to']>([
    'all',
    [rng.integer(0, seats - 1)],
    [0, seats - 1],
    { role: 'member' },
    { near: 'mark-0', meters: 6 },
  ]);
  const claim: Claim = {
    type: 'markAt',
    mark: `mark-${rng.integer(0, 3)}`,
    x: rng.integer(0, 20),
    required: 2,
  };
  const claims = rng.uniform() < 0.5 ? [claim] : [];
  return { to, text: `${text} ${Object.keys(observation).length}`, claims, work: rng.uniform() < 0.5 };
}
