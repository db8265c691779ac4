import type { Message } from '@quorum/agents';
import type { Policy, Sickbed } from '../policy.js';
import { annotate } from './annotate.js';

/** DIG's second move (arXiv 2603.00309): the message that got stuck goes to somebody else, with what is known of it. */
export const reroute: Policy = {
  name: 'reroute',
  summary:
    'hands the request that got stuck to whoever has nothing to do; tells those concerned where there is none',
  version: 1,
  treat(sickbed) {
    const { finding, requests } = sickbed;
    const message = finding.evidence.map((seq) => requests.get(seq)).find((one) => one !== undefined);
    const seat = message === undefined ? undefined : takerOf(message, sickbed);
    if (message === undefined || seat === undefined) return annotate.treat(sickbed);
    return [{ kind: 'forward', seat, message, note: finding.sentence, inputs: finding.evidence }];
  },
};

/** The first seat without a plan for a task that has not been shown the message, else the first that has not. */
function takerOf({ id, from }: Omit<Message, 'delivered'>, { graph, seats }: Sickbed): number | undefined {
  const receipts = graph.events.get(id)?.receipts ?? [];
  const shown = receipts.filter(({ fate }) => fate === 'consumed').map(({ seat }) => seat);
  const others = Array.from({ length: seats }, (_, seat) => seat).filter(
    (seat) => seat !== from && !shown.includes(seat),
  );
  return others.find((seat) => (graph.seats[seat]?.plan?.task ?? null) === null) ?? others[0];
}
