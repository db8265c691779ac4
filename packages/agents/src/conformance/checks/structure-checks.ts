import type { QuorumEvent } from '@quorum/events';
import type { Check } from '../check.js';
import type { StructureSubject } from '../structure-subject.js';

/** What every structure promises, besides what its parts promise. */
export const structureChecks: readonly Check<StructureSubject>[] = [
  {
    name: 'parts',
    promise: 'Its parts exist, take the options that it gives them, go together, and fit some team.',
    run(subject) {
      const isFit = subject.fitting().length > 0;
      return { problems: isFit ? [] : [`it fits no team of ${subject.sizes.join(', ')} seats`] };
    },
  },
];

/** What shows only in episodes. */
export const playChecks: readonly Check<StructureSubject>[] = [
  {
    name: 'plays',
    promise: 'Everybody gets a plan in an episode in which everybody uses every turn to talk.',
    run: async (subject) => ({ problems: (await subject.plays()).flatMap(findUnplanned) }),
  },
  {
    name: 'plays-on-when-all-is-lost',
    promise: 'Everybody gets a plan in an episode in which no message arrives.',
    run: async (subject) => ({ problems: (await subject.plays({ loss: 1 })).flatMap(findUnplanned) }),
  },
  {
    name: 'talks',
    promise: 'Seats that can address somebody, and use every turn to talk, say something.',
    async run(subject) {
      const { part, options } = subject.topology();
      const isSilent = part.traits?.(options).includes('silent') === true;
      if (isSilent) return { problems: [], skipped: 'nobody can address anybody in it' };
      const plays = await subject.plays();
      const isHeard = plays.some(({ events }) => events.some(({ type }) => type === 'message.sent'));
      return { problems: isHeard ? [] : ['nobody ever says anything'] };
    },
  },
];

function findUnplanned({
  name,
  events,
}: {
  readonly name: string;
  readonly events: readonly QuorumEvent[];
}): string[] {
  const seats = new Set<number>();
  const planned = new Set<number>();
  for (const event of events) {
    if (event.type === 'activation.stage') seats.add(event.seat);
    if (event.type === 'plan.committed') planned.add(event.seat);
  }
  return [...seats]
    .filter((seat) => !planned.has(seat))
    .map((seat) => `${name}: seat ${seat} never gets a plan`);
}
