import type { ActionOutcome } from '@quorum/events';

const OUTCOMES: Readonly<Record<ActionOutcome, string>> = {
  success: 'done',
  insufficient_force: 'too few pushed',
  blocked_destination: 'something ahead blocked it',
  no_contact: 'was not at the block',
  wrong_block: 'pressed another block',
  no_path: 'no way leads there',
  obstructed: 'somebody or something stood in the way',
  timeout: 'took too long',
  invalid_target: 'there is no such place or thing',
  target_gone: 'the block was gone already',
  missing_capability: 'nobody there is able to',
  replaced: 'another plan took its place',
  episode_ended: 'the episode ended first',
};

/** How an action or a plan ended, for people who do not know the names of the log. */
export function outcomeWords(outcome: ActionOutcome): string {
  return OUTCOMES[outcome];
}

/** Names that say more in other words. */
const ACTIONS: Readonly<Record<string, string>> = {
  move: 'walking straight',
  navigate: 'walking',
  moveToFace: 'walking to its place',
  push: 'pushing',
  rendezvous: 'waiting to start together',
  yieldBlock: 'backing away',
  wait: 'waiting',
  waitAgents: 'waiting for others',
};

/** What an action is, in words. Scenarios may name actions as they like: what is not known is split, `pickUp` is `pick up`. */
export function actionWords(name: string): string {
  return (
    ACTIONS[name] ??
    name
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .replaceAll('_', ' ')
      .toLowerCase()
  );
}
