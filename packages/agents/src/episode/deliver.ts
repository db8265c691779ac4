import type { EpisodeContext } from './episode-context.js';
import type { DeliveryEntry } from './episode-state.js';

/** Lets a message arrive: in the log, in the recipient's inbox unless its content is withheld, and at the protocol. */
export function deliver(context: EpisodeContext, { seat, message, copy, corrupted }: DeliveryEntry): void {
  const { sentFor, ...letter } = message;
  const { id, from, work } = letter;
  const delivered = context.emit({
    type: 'message.delivered',
    seat,
    from,
    copy,
    ...(corrupted === null ? {} : { corrupted }),
    inputs: [id],
  });
  if (context.channel.content === 'open') {
    const arrived = corrupted === null ? letter : { ...letter, text: corrupted, claims: [] };
    context.seat(seat).inbox.push({ delivered, message: { ...arrived, delivered: context.now } });
  }
  context.team.protocolEvents.push({ kind: 'delivered', seat, from, sentFor, work, cause: [delivered] });
}
