import type { EventOf, EventType, JsonObject, QuorumEvent } from '@quorum/events';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agent, Decision } from '../contract/agent.js';
import { Episode } from '../episode/episode.js';
import type { EpisodeState } from '../episode/episode-state.js';
import { hearActs } from '../stand-in/speech-acts.js';
import { line } from '../testing/line-scenario.js';
import { memoryLog } from '../testing/memory-log.js';
import { playOut, prepare, type Play } from '../testing/play.js';

const both = { guidance: true, channel: true };

/** Goes to a mark of its own, which takes two; heeds advice if told to. Says what it is at when it may. */
const soloist =
  (heeds: boolean): Agent['decide'] =>
  async ({ seat, observation, notice, talk, purpose }): Promise<Decision> => {
    const advised = hearActs(notice ?? '').find((act) => act.act === 'request' && act.of === seat)?.task;
    const own = `mark-${seat % 2}`;
    const task = heeds ? (advised ?? own) : own;
    if (purpose === 'speak') {
      return {
        state: null,
        messages: talk.addressees.length === 0 ? [] : [{ to: 'all', text: `I take ${task}.` }],
      };
    }
    const proposals = line.proposals(observation);
    const chosen = proposals.find((proposal) => proposal.task === task) ?? proposals[0];
    return {
      state: null,
      ...(chosen === undefined ? {} : { plan: { task: chosen.task, actions: chosen.actions } }),
    };
  };

const playWith = (options: JsonObject | null, heeds = true, own: Partial<Play> = {}): Play => ({
  team: [soloist(heeds), soloist(heeds)],
  horizonSeconds: 20,
  ...(options === null ? {} : { repair: { name: 'coop2', options } }),
  ...own,
});

const of = <T extends EventType>(events: readonly QuorumEvent[], type: T): EventOf<T>[] =>
  events.filter((event): event is EventOf<T> => event.type === type);

/** The log without what the gate says, and without the numbers of events. */
const decisions = (events: readonly QuorumEvent[]): unknown[] =>
  events
    .filter(({ type }) => type !== 'repair.checked' && type !== 'episode.ended')
    .map((event) => ({ ...event, seq: 0, inputs: [], observation: 0 }));

describe('an under-quorum joint plan', async () => {
  const { log } = await playOut(playWith(both));
  const [first, second] = of(log.events, 'repair.checked');

  it('is caught before anybody moves, and failures are typed', () => {
    expect(first).toMatchObject({
      tick: 0,
      outcome: 'repaired',
      failures: [
        { task: 'mark-0', constraint: 'participation', count: 1, required: 2, seats: [0] },
        { task: 'mark-1', constraint: 'participation', count: 1, required: 2, seats: [1] },
      ],
    });
    expect(first?.advice.map(({ seat }) => seat)).toEqual([0, 1]);
    const moved = of(log.events, 'action.assigned')[0]?.seq ?? 0;
    expect(moved).toBeGreaterThan(second?.seq ?? Infinity);
  });

  it('is spoken of, each having heard who spoke before, then made anew by all; then it will do', () => {
    const round = log.events.slice(first?.seq, second?.seq);
    const steps = round.flatMap((event) => {
      if (event.type === 'activation.started') return [`${event.seat} ${event.purpose}`];
      if (event.type === 'message.sent') return [`${event.seat} says`];
      return event.type === 'message.delivered' ? [`${event.seat} hears`] : [];
    });
    expect(steps).toEqual([
      '0 speak',
      '0 says',
      '1 hears',
      '1 speak',
      '1 says',
      '0 hears',
      '0 repair',
      '1 repair',
    ]);
    const plans = of(round, 'plan.committed').map(({ task }) => task);
    expect(plans).toHaveLength(2);
    expect(new Set(plans).size).toBe(1);
    expect(second).toMatchObject({ tick: 0, outcome: 'passed', failures: [] });
  });

  it('brings points that the same team does not get without', async () => {
    const without = await playOut(playWith(null));
    expect(of(without.log.events, 'score.changed')).toEqual([]);
    expect(of(log.events, 'score.changed').length).toBeGreaterThan(0);
  });
});

describe('ablations', () => {
  it('a gate that only predicts changes no decision', async () => {
    const [plain, watched] = await Promise.all(
      [null, { guidance: false, channel: false }].map((options) => playOut(playWith(options))),
    );
    const events = watched?.log.events ?? [];
    expect(decisions(events)).toEqual(decisions(plain?.log.events ?? []));
    expect(of(events, 'repair.checked').map(({ outcome }) => outcome)).toContain('predicted');
  });

  it('nor does it in any other team', async () => {
    const plays = fc.record({
      team: fc.array(fc.constantFrom('random', 'greedy', 'central'), { minLength: 2, maxLength: 4 }),
      structure: fc.constantFrom('individual', 'centralized', 'broadcast-chain', 'debate', 'decentralized'),
      charge: fc.constantFrom(0, 730_000).map((micros) => () => micros),
      seed: fc.nat(1000),
      horizonSeconds: fc.constant(6),
    });
    const repair = { name: 'coop2', options: { guidance: false, channel: false } };
    await fc.assert(
      fc.asyncProperty(plays, async (play) => {
        const plain = await playOut(play);
        const watched = await playOut({ ...play, repair });
        expect(decisions(watched.log.events)).toEqual(decisions(plain.log.events));
      }),
      { numRuns: 20 },
    );
  });

  it('guidance alone says nothing, the channel alone advises nothing', async () => {
    const notices: string[] = [];
    const listening: Agent['decide'] = async (activation, ...rest) => {
      if (activation.notice !== null) notices.push(`${activation.purpose}: ${activation.notice}`);
      return soloist(true)(activation, ...rest);
    };
    const play = (guidance: boolean, channel: boolean) =>
      playOut(playWith({ guidance, channel }, true, { team: [listening, listening], horizonSeconds: 1 }));
    const guided = await play(true, false);
    expect(of(guided.log.events, 'message.sent')).toEqual([]);
    expect(notices).toHaveLength(2);
    expect(notices[0]).toMatch(
      /^repair: [^]*mark-0, planned by agent 0: too few have planned[^]*1 of 2[^]*Agent 0: please take mark-/,
    );
    notices.length = 0;
    const spoken = await play(false, true);
    expect(of(spoken.log.events, 'message.sent')).toHaveLength(2);
    expect(notices.map((notice) => notice.split(':')[0])).toEqual(['speak', 'speak', 'repair', 'repair']);
    expect(notices.join()).not.toContain('please take');
  });
});

it('cools down: a team that heeds nothing is asked once in a while, then let go', async () => {
  const { log } = await playOut(playWith({ ...both, cooldownSeconds: 8 }, false));
  const checks = of(log.events, 'repair.checked');
  const repaired = checks.filter(({ outcome }) => outcome === 'repaired');
  expect(checks.slice(0, 2).map(({ outcome, tick }) => [outcome, tick])).toEqual([
    ['repaired', 0],
    ['cooldown', 0],
  ]);
  const lastByTask = new Map<string, number>();
  for (const { tick, failures } of repaired) {
    expect(failures.some(({ task }) => tick - (lastByTask.get(task) ?? -Infinity) >= 8 * 60)).toBe(true);
    for (const { task } of failures) lastByTask.set(task, Math.min(tick, lastByTask.get(task) ?? tick));
  }
  expect(repaired.length).toBeGreaterThan(1);
});

it('comes to an end without any cool-down, too', async () => {
  const { outcome } = await playOut(playWith({ ...both, cooldownSeconds: 0 }, false, { horizonSeconds: 3 }));
  expect(outcome.status).toBe('horizon');
});

it('goes on after a save, with its cool-downs, as if nothing had happened', async () => {
  const { header, catalog } = prepare(
    playWith({ ...both, cooldownSeconds: 4 }, false, { charge: () => 700_000 }),
  );
  const whole = memoryLog();
  await Episode.start(header, { log: whole, catalog }).playTo(Infinity);
  const before = memoryLog();
  const first = Episode.start(header, { log: before, catalog });
  await first.playTo(60);
  const saved = JSON.parse(JSON.stringify(first.save())) as EpisodeState;
  expect(saved.team.repair).toMatchObject({
    round: null,
    state: { passed: false, repaired: { 'mark-0': 0 } },
  });
  const after = memoryLog(saved.team.nextSeq);
  await Episode.restore(saved, header, { log: after, catalog }).playTo(Infinity);
  expect([...before.lines, ...after.lines]).toEqual(whole.lines);
});

it.each(['individual', 'centralized', 'broadcast-chain', 'debate', 'decentralized'])(
  'has everybody concerned repair once in %s, whatever the channel delays',
  async (structure) => {
    const channel = structure === 'individual' ? {} : { latencySeconds: 0.5 };
    const { log } = await playOut(playWith(both, true, { structure, channel, horizonSeconds: 2 }));
    const [first] = of(log.events, 'repair.checked').filter(({ outcome }) => outcome === 'repaired');
    const repairs = of(log.events, 'activation.started').filter(
      ({ purpose, seq }) => purpose === 'repair' && seq > (first?.seq ?? Infinity),
    );
    expect(repairs.map(({ seat }) => seat).toSorted()).toEqual([0, 1]);
  },
);

it('is refused where plans are never ready together, and where one mind makes them all', () => {
  expect(() => prepare(playWith({}, true, { mode: 'async' }))).toThrow(/clock mode async/);
  expect(() => prepare(playWith({}, true, { structure: 'solo' }))).toThrow(/one mind plans for all/);
});
