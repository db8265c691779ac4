import { QuorumError, secondsToTicks } from '@quorum/events';
import { channelSpec, type ChannelSpec } from './channel-spec.js';

/**
 * Refuses channel options that contradict each other, do not fit the team, or would have no effect.
 *
 * @throws QuorumError `CONFIG_INVALID` naming the option
 */
export function checkChannel(spec: ChannelSpec, seats: number): void {
  checkBudgets(spec);
  if (spec.gate !== 'interval' && spec.gateSeconds !== channelSpec.parse({}).gateSeconds) {
    refuse('gateSeconds', `counts only where the gate is interval, and it is ${spec.gate}`, {
      fix: 'Leave channel.gateSeconds out, or set channel.gate to interval.',
    });
  }
  if (spec.content === 'random-sender' && seats < 3) {
    refuse('content', 'with two agents, nobody else could seem to have sent a message', {
      fix: 'Use three agents or more, or another control condition.',
    });
  }
  spec.partitions.forEach((partition, index) => {
    checkPartition(partition, `partitions.${index}`, seats);
  });
}

function checkBudgets({ windowSeconds, messages, tokens, bytes }: ChannelSpec): void {
  if (windowSeconds === null) return;
  if (messages === null && tokens === null && bytes === null) {
    refuse('windowSeconds', 'is the window of a budget, and there is none', {
      fix: 'Set channel.messages, channel.tokens or channel.bytes, or set channel.windowSeconds to null.',
    });
  }
  if (secondsToTicks(windowSeconds) < 1) {
    refuse('windowSeconds', `${windowSeconds} s are less than a tick`, {
      fix: 'Use a window of at least 1/60 s.',
    });
  }
}

function checkPartition(
  { fromSeconds, toSeconds, groups }: ChannelSpec['partitions'][number],
  field: string,
  seats: number,
): void {
  if (toSeconds <= fromSeconds) {
    refuse(`${field}.toSeconds`, `${toSeconds} is not after fromSeconds, ${fromSeconds}`, {
      fix: 'Let the window end after it begins.',
    });
  }
  groups.forEach((group, index) => {
    const where = `${field}.groups.${index}`;
    const stranger = group.find((seat) => seat >= seats);
    if (stranger !== undefined) {
      refuse(where, `there is no seat ${stranger} in a team of ${seats}`, {
        fix: `Name seats 0 to ${seats - 1}.`,
      });
    }
    const twice = group.find((seat, at) => group.indexOf(seat) !== at);
    if (twice !== undefined) {
      refuse(where, `seat ${twice} is named twice`, { fix: 'Name each seat once.' });
    }
  });
}

function refuse(field: string, problem: string, options: { readonly fix: string }): never {
  throw new QuorumError('CONFIG_INVALID', `channel.${field}: ${problem}.`, options);
}
