import type { ChannelSpec } from '../channel/channel-spec.js';
import type { Message } from '../contract/message.js';
import type { EpisodeContext } from './episode-context.js';
import type { DeliveryEntry } from './episode-state.js';

/** Lets a message arrive: in the log, in the recipient's inbox unless its content is withheld, and at the protocol. */
export function deliver(context: EpisodeContext, entry: DeliveryEntry): void {
  const { seat, copy, corrupted, seeming } = entry;
  const { sentFor, ...letter } = entry.message;
  const { id, from, work } = letter;
  const delivered = context.emit({
    type: 'message.delivered',
    seat,
    from: seeming ?? from,
    copy,
    ...(corrupted === null ? {} : { corrupted }),
    inputs: [id],
  });
  const { content } = context.channel;
  if (content !== 'withheld') {
    const arrived = corrupted === null ? letter : spoil(letter, corrupted, content);
    const message = { ...arrived, from: seeming ?? from, delivered: context.now };
    context.seat(seat).inbox.push({ delivered, message });
  }
  if (entry.repair === true) return;
  // Who waits for a reply gets it, whoever it seems to be from.
  context.team.protocolEvents.push({ kind: 'delivered', seat, from, sentFor, work, cause: [delivered] });
}

type Letter = Omit<Message, 'delivered'>;

/** Claims are lost with the text; where content is a control, whatever else could give it away goes, too. */
function spoil(letter: Letter, text: string, content: ChannelSpec['content']): Letter {
  const bare = { ...letter, text, claims: [] };
  if (content === 'scrambled') return { ...bare, task: null };
  if (content === 'fixed-text') return { ...bare, task: null, kind: 'text' };
  return bare;
}
