import type { QuorumEvent } from '@quorum/events';

/** Cognitive events in short: `0.5s #30 activation.stage 1 W`. */
export function brief(events: readonly QuorumEvent[]): string[] {
  return events.flatMap((event) => {
    const detail = describe(event);
    return detail === null ? [] : [`${event.time / 1e6}s #${event.tick} ${event.type} ${detail}`];
  });
}

function describe(event: QuorumEvent): string | null {
  switch (event.type) {
    case 'activation.started':
      return `${event.seat} ${event.purpose}`;
    case 'activation.stage':
      return `${event.seat} ${event.stage}`;
    case 'activation.ended':
      return `${event.seat} ${event.outcome} ${event.chargeMicros}`;
    case 'plan.committed':
      return `${event.seat} ${event.actions.map(({ type }) => type).join()}`;
    case 'plan.ended':
      return `${event.seat} ${event.status} ${event.outcome} ${event.done}`;
    case 'action.assigned':
      return `${event.seat} ${event.action?.type ?? 'none'}`;
    case 'action.ended':
      return `${event.seat} ${event.action} ${event.outcome}`;
    case 'message.sent':
      return `${event.seat} to ${event.to.join()}: ${event.text}`;
    case 'message.refused':
      return `${event.seat} to ${event.to.join()} ${event.reason}`;
    case 'message.lost':
      return `${event.seat} from ${event.from} ${event.reason}`;
    case 'message.delivered':
      return `${event.seat} from ${event.from}${event.copy === 1 ? '' : ` copy ${event.copy}`}`;
    case 'message.claimJudged':
      return `${event.seat} claim ${event.claim} ${event.verdict}`;
    case 'model.called':
      return `${event.seat} call ${event.call} ${event.outcome}`;
    case 'memory.evicted':
      return `${event.seat} ${event.what} ${event.reason}`;
    case 'intervention.applied':
      return `${event.source} ${event.kind} ${event.seat ?? ''}`.trim();
    case 'episode.ended':
      return event.status;
    default:
      return null;
  }
}
