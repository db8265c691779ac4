import type { QuorumEvent } from '@quorum/events';
import { expect, it } from 'vitest';
import { eventFilter, type LogFilter } from './log-filter.js';

const event = (fields: object): QuorumEvent =>
  ({ seq: 0, time: 0, inputs: [], ...fields }) as unknown as QuorumEvent;

const log = [
  event({ tick: 0, type: 'world.layout' }),
  event({ tick: 5, type: 'action.assigned', seat: 1 }),
  event({ tick: 9, type: 'action.ended', seat: 0 }),
  event({ tick: 9, type: 'attempt.started', seats: [0, 1] }),
];

it.each<[LogFilter, number[]]>([
  [{}, [0, 1, 2, 3]],
  [{ type: 'action.*' }, [1, 2]],
  [{ type: '*ed' }, [1, 2, 3]],
  [{ type: 'layout' }, [0]],
  [{ seat: 1 }, [1, 3]],
  [{ from: 5, to: 8 }, [1]],
  [{ from: 9, seat: 0, type: 'attempt.started' }, [3]],
])('%j keeps %j', (filter, kept) => {
  const matches = eventFilter(filter);
  expect(log.flatMap((entry, i) => (matches(entry) ? [i] : []))).toEqual(kept);
});
