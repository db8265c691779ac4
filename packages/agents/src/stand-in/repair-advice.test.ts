import { expect, it } from 'vitest';
import { messageOf, openTalk } from '../chat/testing.js';
import type { Activation } from '../contract/agent.js';
import { repairNotice } from '../repair/notice.js';
import { exchange, lineView, mark } from './testing.js';

const failures = [
  { task: 'mark-0', constraint: 'participation', count: 1, required: 2, seats: [0] },
] as const;
const advice = [{ seat: 0, task: 'mark-1', waySeconds: 4 }];
const noticed = (guided: boolean): Partial<Activation> => ({
  purpose: 'repair',
  observation: lineView(mark('mark-0', 4, 2), mark('mark-1', 9, 2), mark('mark-2', 15, 1)),
  plan: { task: 'mark-0', actions: [{ type: 'walk', to: 4 }], done: 0 },
  notice: repairNotice(failures, guided ? advice : null, [0, 2], true),
});

it('plans what a notice advises, unless it does not comply', async () => {
  const { decision } = await exchange({ activation: noticed(true) });
  expect(decision.plan?.task).toBe('mark-1');
  const stubborn = await exchange({ activation: noticed(true), knobs: { compliance: 0 } });
  const alone = await exchange({ activation: noticed(false) });
  expect(stubborn.decision.plan?.task).not.toBe('mark-1');
  expect(alone.decision.plan?.task).not.toBe('mark-1');
});

it('says before it repairs what it will do instead of what it is at', async () => {
  const { decision } = await exchange({
    activation: { ...noticed(true), purpose: 'speak', talk: openTalk() },
  });
  expect(decision.messages?.map(({ task }) => task)).toContain('mark-1');
});

it('joins who has just said what it will do', async () => {
  const inbox = [messageOf(2, { kind: 'commit', task: 'mark-1', text: 'I take mark-1.' })];
  const { decision } = await exchange({ activation: { ...noticed(false), inbox } });
  expect(decision.plan?.task).toBe('mark-1');
});
