import { countTokens } from '@quorum/agents';
import type { PredictedFailure } from '@quorum/events';
import { toMicros } from './convert-stages.js';
import { repairRequest } from './coop2-schemas.js';
import type { Coop2Team } from './coop2-team.js';
import type { Coop2Episode } from './read-coop2.js';
import type { TaskNeeds } from './task-needs.js';
import type { Entry } from './timeline.js';

/** Sender of the requests of the repair gate, who is nobody in the team. */
const REPAIR_SENDER = 'coop2_repair';

const FILE = 'message_log.json';

/** Messages, delivered at once as there, and requests of the repair gate. */
export function convertMessages({ logs }: Coop2Episode, team: Coop2Team, needs: TaskNeeds): Entry[] {
  return (logs[FILE] ?? []).flatMap(({ env_step, timestamp, sender, recipients, content }, i): Entry[] => {
    const at = { step: env_step, phase: 'minds', micros: toMicros(timestamp) } as const;
    if (sender === REPAIR_SENDER) {
      const failures = predictedFailures(content, i, team, needs);
      return [
        {
          ...at,
          draft: () => ({ type: 'repair.checked', outcome: 'repaired', failures, advice: [], inputs: [] }),
        },
      ];
    }
    const seat = team.seatOf(sender, FILE, [i, 'sender']);
    const to = team.seatsOf(recipients, FILE, [i, 'recipients']).filter((other) => other !== seat);
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const key = `message ${i}`;
    return [
      {
        ...at,
        key,
        draft: (seqOf) => ({
          type: 'message.sent',
          seat,
          to,
          kind: 'text',
          text,
          task: null,
          claims: [],
          work: false,
          tokens: countTokens(text),
          inputs: seqOf(`activation ${seat}`),
        }),
      },
      ...to.map((recipient): Entry => {
        const copy = { type: 'message.delivered', seat: recipient, from: seat, copy: 1 } as const;
        return {
          ...at,
          key: `delivery ${recipient}`,
          draft: (seqOf) => ({ ...copy, inputs: seqOf(key) }),
        };
      }),
    ];
  });
}

/** What the request says will fail, for tasks whose need is known. */
function predictedFailures(
  content: unknown,
  message: number,
  team: Coop2Team,
  needs: TaskNeeds,
): PredictedFailure[] {
  return (repairRequest.safeParse(content).data?.failures ?? []).flatMap((failure, i) => {
    const required = needs.get(failure.task_id)?.required;
    if (required === undefined) return [];
    const seats = team.seatsOf(failure.agents, FILE, [message, 'content', 'failures', i, 'agents']);
    const count = Math.round(Math.min(1, failure.score) * required);
    return [{ task: failure.task_id, constraint: failure.constraint_type, count, required, seats }];
  });
}
