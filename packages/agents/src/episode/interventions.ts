import type { Intervention } from '../contract/observer.js';
import type { EpisodeContext } from './episode-context.js';

/**
 * Applies what observers asked for since the last tick boundary. What they ask for in reaction to this waits for the
 * next one, so that observers cannot keep an instant alive for ever.
 *
 * @returns the event that stops the episode, if any.
 */
export function applyInterventions(context: EpisodeContext): number | null {
  let stop: number | null = null;
  const { team } = context;
  for (const { source, intervention } of team.interventions.splice(0)) {
    const { kind, note, inputs } = intervention;
    const place = 'seat' in intervention ? { seat: intervention.seat } : {};
    const seq = context.emit({ type: 'intervention.applied', source, kind, ...place, note, inputs });
    if (kind === 'stop') stop ??= seq;
    if (kind === 'forward') forward(context, intervention, seq);
    if ('seat' in intervention) {
      const state = context.seat(intervention.seat);
      state.notice = state.notice === null ? note : `${state.notice}\n${note}`;
      team.protocolEvents.push({ kind: 'woken', seat: intervention.seat, cause: [seq] });
    }
  }
  return stop;
}

/** A message arrives where it was not sent to. */
function forward(
  context: EpisodeContext,
  { seat, message }: Extract<Intervention, { readonly kind: 'forward' }>,
  seq: number,
): void {
  const { id, from } = message;
  const inputs = [id, seq];
  const delivered = context.emit({ type: 'message.delivered', seat, from, copy: 1, inputs });
  context.seat(seat).inbox.push({ delivered, message: { ...message, delivered: context.now } });
}
