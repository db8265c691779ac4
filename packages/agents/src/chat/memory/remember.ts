import type { Activation } from '../../contract/agent.js';
import type { ChatOptions } from '../options.js';
import { ownMessages, ownPlans, type Intention } from '../to-decision.js';
import type { ChatMemory } from './chat-memory.js';
import { drop, dropPlans, surplus, type Kept } from './forget.js';
import { takeInMessages, takeInOwn, takeInPlans } from './take-in.js';

/**
 * Takes in what an activation brought: its messages, what the seat says and plans. Then forgets what is beyond the
 * budgets.
 *
 * @param condense makes a summary of a memory, null if it fails: then the messages are forgotten without one
 */
export async function remember(
  before: ChatMemory,
  activation: Activation,
  intention: Intention,
  options: ChatOptions,
  condense: (memory: ChatMemory) => Promise<string | null>,
): Promise<Kept> {
  const heard = takeInMessages(before, activation.inbox);
  const said = takeInOwn(heard, ownMessages(activation, intention));
  const planned = takeInPlans(said, ownPlans(activation, intention), activation.plan?.done ?? 0);
  const plans = dropPlans(planned, options);

  const task = (intention.plan ?? activation.plan)?.task ?? null;
  const gone = surplus(plans.memory, task, options);
  if (gone.length === 0) return plans;
  const summary =
    options.integration === 'summarise' ? await condense({ ...plans.memory, messages: gone }) : null;
  const kept = drop(plans.memory, gone, summary === null ? 'budget' : 'summarised');
  return {
    memory: { ...kept.memory, summary: summary ?? kept.memory.summary },
    evicted: [...plans.evicted, ...kept.evicted],
  };
}
