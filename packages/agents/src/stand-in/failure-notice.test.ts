import { expect, it } from 'vitest';
import { messageOf, openTalk } from '../chat/testing.js';
import type { Activation } from '../contract/agent.js';
import { adviceIn } from './failure-notice.js';
import { exchange, lineView, mark } from './testing.js';

it.each<[string, [number, string][]]>([
  [
    'Agents 0 and 2 have been waiting for each other for 37.1 s (#1 → #9): 1 of 3 at b1/left, 1 of 2 at b9/left.',
    [
      [0, 'b9/left'],
      [2, 'b9/left'],
    ],
  ],
  [
    'Agents 0, 1 and 2 have been waiting for each other for 9 s (#1 → … → #9): 1 of 2 at b1/left, 2 of 3 at b2/left. Start again; open: b1/left.',
    [
      [0, 'b2/left'],
      [1, 'b2/left'],
      [2, 'b2/left'],
    ],
  ],
  [
    'Agents 0, 1, 3 and 5 have been waiting for each other for 9 s (#1 → #9): 1 of 2 at b.2:x, 1 of 2 at b.1:x, 1 of 3 at a.',
    [
      [0, 'b.1:x'],
      [1, 'b.1:x'],
      [3, 'b.2:x'],
      [5, 'b.2:x'],
    ],
  ],
  [
    'b1/left, b2/top, b3/top and 4 more are open, but none of agents 0 and 1 has said, planned or done anything towards it for 30 s (#1).',
    [
      [0, 'b1/left'],
      [1, 'b1/left'],
    ],
  ],
  ['2 requests are open, but none of agents 0 and 1 has said anything for 30 s (#1).', []],
  [
    'Agents 0 and 1 change places (#1 → #2): agent 0 has given up b/2 and then b/1, agent 1 b/1 and then b/2, and neither has got anything done in between.',
    [
      [0, 'b/1'],
      [1, 'b/1'],
    ],
  ],
  [
    'Agent 0 asked agents 1 and 2 for help at b1/left (#1 → #2), and nobody has taken it up for 20 s.',
    [
      [1, 'b1/left'],
      [2, 'b1/left'],
    ],
  ],
  [
    'Agent 0 asked agent 1 for something about b1/left (#1), but for 9 s it can reach none of them any more.',
    [[1, 'b1/left']],
  ],
  ['Agent 0 asked agent 1 for something (#1), but for 9 s it can reach none of them any more.', []],
  ['Carry on.', []],
  ['Think of b1/left.', []],
])('reads who had better turn to what: %s', (notice, take) => {
  expect([...adviceIn(notice).take]).toEqual(take);
  expect(adviceIn(notice).leave.size).toBe(0);
});

it('reads who had better leave what, among other lines', () => {
  const advice = adviceIn(
    'Carry on.\nAgent 2 has tried b1/left 3 times within 40 s (#1 → #2), and each time it came to nothing (last: timeout).',
  );
  expect([...advice.leave]).toEqual([[2, 'b1/left']]);
  expect(advice.take.size).toBe(0);
});

const WAITING =
  'Agents 0 and 2 have been waiting for each other for 20 s (#1 → #2): 1 of 3 at mark-0, 1 of 2 at mark-1.';
const ASKED = 'Agent 2 asked agent 0 for help at mark-1 (#1 → #2), and nobody has taken it up for 20 s.';
const STUCK =
  'Agent 0 has tried mark-0 3 times within 40 s (#1 → #2), and each time it came to nothing (last: timeout).';

const woken = (notice: string, own: Partial<Activation> = {}): Partial<Activation> => ({
  purpose: 'repair',
  observation: lineView(mark('mark-0', 4, 1), mark('mark-1', 9, 2)),
  notice,
  ...own,
});

it('is shown the notice as it is', async () => {
  const { requests } = await exchange({ activation: woken(WAITING) });
  expect(JSON.stringify(requests[0]?.messages)).toContain(WAITING);
});

it('turns to what it is told of, unless it does not comply', async () => {
  const plan = async (notice: string, knobs = {}) =>
    (await exchange({ activation: woken(notice), knobs })).decision.plan?.task;
  expect(await plan('Carry on.')).toBe('mark-0');
  expect(await plan(WAITING)).toBe('mark-1');
  expect(await plan(ASKED)).toBe('mark-1');
  expect(await plan(ASKED, { compliance: 0 })).toBe('mark-0');
  expect(await plan(STUCK)).not.toBe('mark-0');
});

it('says what it turns to', async () => {
  const { decision } = await exchange({
    activation: woken(WAITING, { purpose: 'speak', talk: openTalk() }),
  });
  expect(decision.messages?.map(({ task }) => task)).toContain('mark-1');
});

it('does about a notice that says nothing what it would do about none', async () => {
  const inbox = [messageOf(2, { kind: 'commit', task: 'mark-1', text: 'I take mark-1.' })];
  const of = async (notice: string | null) =>
    (await exchange({ activation: { ...woken(''), notice, inbox } })).decision.plan;
  expect(await of('Carry on.')).toEqual(await of(null));
  expect(await of('Think of mark-1.')).toEqual(await of(null));
});
