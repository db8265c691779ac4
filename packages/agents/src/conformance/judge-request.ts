import type { ActivationRequest, ProtocolView, TimeoutRequest } from '../contract/protocol.js';
import type { Fault } from './rehearsal.js';

/**
 * The promises that an activation breaks.
 *
 * @param known events are numbered below this
 */
export function judgeRequest(
  { seat, to = [], commands = [], cause }: ActivationRequest,
  { seats, graph }: ProtocolView,
  known: number,
): Fault[] {
  const faults: Fault[] = [];
  const state = seats[seat];
  if (state === undefined) faults.push({ check: 'free-seats', problem: `there is no seat ${seat}` });
  else if (state.thinking) {
    faults.push({ check: 'free-seats', problem: `seat ${seat} is activated while it is thinking` });
  }
  const stranger = to.find((addressee) => graph.out[seat]?.includes(addressee) !== true);
  if (stranger !== undefined) {
    faults.push({
      check: 'addressees',
      problem: `seat ${seat} may address seat ${stranger}, no neighbour of it`,
    });
  }
  if (new Set(to).size < to.length) {
    faults.push({ check: 'addressees', problem: `seat ${seat} may address somebody twice` });
  }
  const busy = commands.find(
    (body) => body === seat || seats[body]?.planned !== false || seats[body].thinking,
  );
  if (busy !== undefined) {
    faults.push({
      check: 'commands',
      problem: `seat ${seat} plans for seat ${busy}, which needs no plan by it`,
    });
  }
  const unknown = cause.find((seq) => !Number.isSafeInteger(seq) || seq < 0 || seq >= known);
  if (unknown !== undefined) {
    faults.push({
      check: 'causes',
      problem: `seat ${seat} is activated because of ${unknown}, which is no event`,
    });
  }
  return faults;
}

/** Why a timeout cannot be set, or null. */
export function judgeTimeout({ id, afterMicros }: TimeoutRequest): string | null {
  if (Number.isSafeInteger(afterMicros) && afterMicros >= 0) return null;
  return `timeout '${id}' is after ${afterMicros} microseconds; whole ones, not negative, are possible`;
}
