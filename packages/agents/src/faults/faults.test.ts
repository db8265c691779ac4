import type { EventOf, JsonObject, QuorumEvent } from '@quorum/events';
import type { Proposal } from '@quorum/env';
import { expect, it } from 'vitest';
import type { Agent } from '../contract/agent.js';
import { line } from '../testing/line-scenario.js';
import { openFloor } from '../testing/open-floor.js';
import { playOut, type Play } from '../testing/play.js';

/** Takes the nearest mark, says where it is and asks the others to come; goes on when interrupted. */
const worker: Agent['decide'] = async ({ observation, purpose, plan }) => {
  const [claim] = line.language.claims(observation);
  const near = line.proposals(observation).toSorted((a, b) => a.pathMeters - b.pathMeters)[0];
  if (near === undefined || claim === undefined || (purpose !== 'plan' && plan !== null)) {
    return { state: null, ...(plan === null ? {} : { resume: true }) };
  }
  const { task, actions }: Proposal = near;
  const text = `Come to ${task}! ${line.language.say(claim)}`;
  const messages = [{ to: 'all' as const, kind: 'request' as const, text, task, claims: [claim] }];
  return { state: null, plan: { task, actions }, messages };
};

/** Three workers, of whom nobody can do anything alone. */
async function spoilt(name: string, options: JsonObject, play: Partial<Play> = {}): Promise<QuorumEvent[]> {
  const { log } = await playOut({
    team: [worker, worker, worker],
    options: { marks: 4, required: 2 },
    topology: { name: 'full' },
    protocol: openFloor,
    channel: { messages: 6 },
    horizonSeconds: 40,
    mode: 'async',
    ...play,
    fault: { name, options: { fromSeconds: 2, ...options } },
  });
  return log.events;
}

const of = <T extends QuorumEvent['type']>(events: readonly QuorumEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

/** The ground truth, after checking what holds of every fault. */
function truth(events: readonly QuorumEvent[], fault: string): EventOf<'fault.injected'>[] {
  const injected = of(events, 'fault.injected');
  expect(injected.length).toBeGreaterThan(0);
  for (const strike of injected) {
    expect(strike.fault).toBe(fault);
    expect(strike.time).toBeGreaterThanOrEqual(2_000_000);
    const [cause] = strike.inputs.map((seq) => events[seq]?.type);
    expect(['activation.ended', 'message.sent']).toContain(cause);
  }
  return injected;
}

/** What is logged from the first strike on. */
const since = (events: readonly QuorumEvent[], [first]: readonly QuorumEvent[]): QuorumEvent[] =>
  events.slice(first?.seq);

it('drop-recipient: what the seat asks for reaches nobody, what others say does', async () => {
  const events = await spoilt('drop-recipient', { seat: 1 });
  const after = since(events, truth(events, 'drop-recipient'));
  const asked = of(after, 'message.sent').filter(({ seat }) => seat === 1);
  expect(of(after, 'message.delivered').some(({ from }) => from === 1)).toBe(false);
  expect(of(after, 'message.delivered').some(({ from }) => from !== 1)).toBe(true);
  expect(of(after, 'message.lost').length).toBe(2 * (asked.length + 1));
});

it('crash: the seats say and plan nothing any more', async () => {
  const events = await spoilt('crash', { count: 2 });
  const injected = truth(events, 'crash');
  const crashed = new Set(injected.map(({ seat }) => seat));
  expect(crashed.size).toBe(2);
  for (const seat of crashed) {
    const after = since(
      events,
      injected.filter((strike) => strike.seat === seat),
    );
    expect(of(after, 'message.sent').filter((sent) => sent.seat === seat)).toEqual([]);
    expect(of(after, 'plan.committed').filter((plan) => plan.seat === seat && plan.task !== null)).toEqual(
      [],
    );
  }
});

it('mute: nothing the seat says leaves it, and it goes on working', async () => {
  const events = await spoilt('mute', { seat: 0 });
  const after = since(events, truth(events, 'mute'));
  expect(of(after, 'message.sent').some(({ seat }) => seat === 0)).toBe(false);
  expect(of(after, 'plan.committed').some(({ seat, task }) => seat === 0 && task !== null)).toBe(true);
});

it('mute cannot strike where nobody talks', async () => {
  const events = await spoilt('mute', { seat: 0 }, { structure: 'individual', topology: { name: 'none' } });
  expect(of(events, 'fault.injected')).toEqual([]);
});

it('delay: what the seat says arrives so many seconds late', async () => {
  const events = await spoilt('delay', { seat: 2, seconds: 7.5 });
  truth(events, 'delay');
  const late = of(events, 'message.delivered').filter(
    ({ from, inputs }) => from === 2 && (events[inputs[0] ?? -1]?.time ?? 0) >= 2_000_000,
  );
  expect(late.length).toBeGreaterThan(0);
  for (const { time, inputs } of late) expect(time - (events[inputs[0] ?? -1]?.time ?? 0)).toBe(7_500_000);
});

it('duplicate-task: the seat joins those who are enough already', async () => {
  const loner: Agent['decide'] = async ({ observation, plan }) => {
    const far = line.proposals(observation).toSorted((a, b) => b.pathMeters - a.pathMeters)[0];
    if (plan !== null || far === undefined) return { state: null, resume: true };
    return { state: null, plan: { task: far.task, actions: [{ type: 'walk', to: 0.5 }] } };
  };
  const team = [worker, worker, loner];
  const events = await spoilt('duplicate-task', { seat: 2 }, { team, options: { marks: 4, required: 1 } });
  const [strike] = truth(events, 'duplicate-task');
  const plan = of(since(events, [strike as QuorumEvent]), 'plan.committed')[0];
  expect(plan).toMatchObject({ seat: 2, task: strike?.task });
  const last = (seat: number) =>
    of(events.slice(0, strike?.seq), 'plan.committed').findLast((p) => p.seat === seat);
  expect([last(0)?.task, last(1)?.task]).toContain(strike?.task);
});

it('early-submit: the seat calls an open task done and leaves it', async () => {
  const events = await spoilt('early-submit', { seat: 0 });
  const [strike, ...later] = truth(events, 'early-submit');
  const after = since(events, [strike as QuorumEvent]);
  const task = strike?.task ?? '';
  expect(of(after, 'message.sent')[0]).toMatchObject({
    seat: 0,
    kind: 'inform',
    task,
    text: `${task} is done.`,
  });
  expect(of(after, 'plan.committed').some((plan) => plan.seat === 0 && plan.task === task)).toBe(false);
  expect(of(events.slice(0, strike?.seq), 'task.closed').some((closed) => closed.task === task)).toBe(false);
  for (const one of later) expect(one.task).toBe(task);
});

it('reroute-ring: each who is asked asks the next, so many times', async () => {
  const events = await spoilt('reroute-ring', { seat: 0, hops: 3 });
  const injected = truth(events, 'reroute-ring');
  expect(injected.map(({ seat }) => seat)).toEqual([0, 1, 2, 0]);
  const [task] = injected.map((strike) => strike.task);
  for (const { seq, seat } of injected) {
    const sent = of(events.slice(seq), 'message.sent')[0];
    expect(sent).toMatchObject({ seat, kind: 'request', task, to: [(seat + 1) % 3] });
  }
});

it('circular-wait: each seat waits at a task of its own that it cannot do alone', async () => {
  const events = await spoilt('circular-wait', {});
  const injected = truth(events, 'circular-wait');
  const places = new Map(injected.map(({ seat, task }) => [seat, task]));
  expect(places.size).toBeGreaterThan(1);
  expect(new Set(places.values()).size).toBe(places.size);
});

it('circular-wait: ends after so many times', async () => {
  const events = await spoilt('circular-wait', { times: 1 });
  const seats = truth(events, 'circular-wait').map(({ seat }) => seat);
  expect(new Set(seats).size).toBe(seats.length);
});

it('lying-claim: the claims are false, and the text says so too', async () => {
  const events = await spoilt('lying-claim', { seat: 1, by: 2 });
  const [strike] = truth(events, 'lying-claim');
  const after = since(events, [strike as QuorumEvent]);
  const lie = of(after, 'message.sent')[0];
  expect(lie?.seat).toBe(1);
  expect(lie?.text).toContain(line.language.say(lie?.claims[0] ?? { type: '' }));
  expect(of(after, 'message.claimJudged')[0]?.verdict).toBe('false');
  const others = of(events, 'message.claimJudged').filter(({ seat }) => seat !== 1);
  expect(others.every(({ verdict }) => verdict === 'true')).toBe(true);
});

it('duplicate-task: not where the others plan while the seat thinks', async () => {
  const joiner: Agent['decide'] = async ({ observation, plan }) => {
    const far = line.proposals(observation).toSorted((a, b) => b.pathMeters - a.pathMeters)[0];
    if (plan !== null || far === undefined) return { state: null, resume: true };
    return { state: null, plan: { task: far.task, actions: [{ type: 'walk', to: 0.5 }] } };
  };
  const team = [worker, worker, joiner];
  const options = { marks: 4, required: 1 };
  const events = await spoilt('duplicate-task', { seat: 2, fromSeconds: 0 }, { team, options });
  const [strike] = of(events, 'fault.injected');
  const began = events[strike?.inputs[0] ?? -1]?.inputs[0] ?? -1;
  const before = of(events.slice(0, began), 'plan.committed').filter(({ task }) => task === strike?.task);
  expect(before.some(({ seat }) => seat !== 2)).toBe(true);
});

it('ignore-request: what the seat asks for is done by nobody else', async () => {
  const events = await spoilt('ignore-request', { seat: 0 });
  const asked = truth(events, 'ignore-request').filter(({ seat }) => seat === 0);
  expect(asked.length).toBeGreaterThan(0);
  for (const strike of asked) {
    expect(events[strike.inputs[0] ?? -1]).toMatchObject({
      type: 'message.sent',
      seat: 0,
      task: strike.task,
    });
    const plans = of(since(events, [strike]), 'plan.committed').filter(({ task }) => task === strike.task);
    expect(plans.every(({ seat }) => seat === 0)).toBe(true);
  }
});

it('over-ask: everybody is asked to take what takes fewer', async () => {
  const events = await spoilt('over-ask', { seat: 1 }, { options: { marks: 4, required: 1 } });
  const [strike] = truth(events, 'over-ask');
  expect(of(since(events, [strike as QuorumEvent]), 'message.sent')[0]).toMatchObject({
    seat: 1,
    to: [0, 2],
    kind: 'request',
    task: strike?.task,
    text: `Agent 0: please take ${strike?.task}. Agent 2: please take ${strike?.task}.`,
  });
});

it('over-ask cannot strike where every task takes as many as are asked', async () => {
  const events = await spoilt('over-ask', { seat: 1 });
  expect(of(events, 'fault.injected')).toEqual([]);
});

it('swap-places: two seats go to and fro between the same two tasks', async () => {
  const events = await spoilt('swap-places', { seconds: 1 });
  const injected = truth(events, 'swap-places');
  const seats = [...new Set(injected.map(({ seat }) => seat))];
  expect(seats).toHaveLength(2);
  for (const seat of seats) {
    const plans = of(since(events, injected), 'plan.committed').filter((plan) => plan.seat === seat);
    const visited = plans.map(({ task }) => task).slice(0, 3);
    expect(visited[0]).not.toBe(visited[1]);
    expect(visited[2]).toBe(visited[0]);
    expect(plans[0]?.actions.at(-1)).toMatchObject({ type: 'idle', seconds: 1 });
  }
});

it.each([
  ['over-ask', { seat: 4 }],
  ['crash', { count: 4 }],
  ['mute', { seat: 3 }],
  ['circular-wait', { size: 4 }],
])('%s is refused where it cannot strike: %j', async (name, options) => {
  await expect(spoilt(name, options)).rejects.toMatchObject({ code: 'TEAM_INVALID' });
});
