import { assertNever } from '@quorum/events';
import type { ChannelSpec } from './channel-spec.js';
import type { GateRecord } from './gate-record.js';

/**
 * Whether a seat may speak. Asked when an activation starts; the answer holds for all messages of its
 * decision, because that is what the seat was shown.
 *
 * - `always`: yes.
 * - `interval`: `gateSeconds` of virtual time have passed since its last message was sent, or it has sent none.
 * - `plan-boundary`: it has no plan.
 * - the others: since its last message (or the beginning) at least once
 *   - `joint-action-boundary`: it began or ended to execute the terminal action of a task together with another seat;
 *   - `handoff-boundary`: a plan of its own ended, however, whose task was not closed at that moment;
 *   - `on-event`: somebody scored, or a task was closed;
 *   - `on-failure`: a plan of its own ended with status `failed`.
 *
 * Only a message that was sent counts as one: a refused one leaves the gate as it is, a lost one does not.
 *
 * @param now virtual time, microseconds
 */
export function isGateOpen(
  { gate, gateSeconds }: Pick<ChannelSpec, 'gate' | 'gateSeconds'>,
  record: GateRecord,
  now: number,
): boolean {
  switch (gate) {
    case 'always':
      return true;
    case 'interval':
      return record.spokeAt === null || now - record.spokeAt >= Math.round(gateSeconds * 1_000_000);
    case 'plan-boundary':
      return record.plan === null;
    case 'joint-action-boundary':
      return record.since.joint;
    case 'handoff-boundary':
      return record.since.handoff;
    case 'on-event':
      return record.since.event;
    case 'on-failure':
      return record.since.failure;
    default:
      return assertNever(gate);
  }
}
