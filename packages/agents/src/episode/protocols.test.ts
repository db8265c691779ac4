import { expect, it } from 'vitest';
import type { Agent } from '../contract/agent.js';
import type { Protocol, ProtocolEvent, ProtocolStep } from '../contract/protocol.js';
import { independent } from '../protocols/independent.js';
import { brief, playOut } from '../testing/play.js';

const protocol = (step: (event: ProtocolEvent) => Partial<ProtocolStep<null>>): Protocol => ({
  ...independent,
  name: 'custom',
  init: () => null,
  step: (_, event) => ({ state: null, activations: [], timeouts: [], ...step(event) }),
});

const decide: Agent['decide'] = async ({ purpose }) =>
  purpose === 'plan'
    ? { state: null, plan: { task: null, actions: [{ type: 'idle', seconds: 9 }] } }
    : { state: null };

/** Seat 0 speaks first; when it has spoken, and a second has passed, seat 1 plans, then seat 0. */
const turns = protocol((event) => {
  if (event.kind === 'unplanned' && event.seat === 0)
    return { activations: [{ seat: 0, purpose: 'speak', cause: event.cause }] };
  if (event.kind === 'decided' && event.purpose === 'speak')
    return { timeouts: [{ id: 'pause', afterMicros: 1_000_000 }] };
  if (event.kind === 'timeout' && event.id === 'pause')
    return { activations: [{ seat: 1, purpose: 'plan', cause: [] }] };
  if (event.kind === 'decided' && event.seat === 1)
    return { activations: [{ seat: 0, purpose: 'plan', cause: event.cause }] };
  return {};
});

it.each(['barrier', 'async'] as const)(
  'lets dependent thoughts add up and waits end in virtual time (%s)',
  async (mode) => {
    const { log } = await playOut({
      team: [decide, decide],
      mode,
      protocol: turns,
      charge: () => 500_000,
      horizonSeconds: 3,
    });
    const times = brief(log.events)
      .filter((text) => /activation\.(started|ended)|stage . X/.test(text))
      .map((text) => (mode === 'async' ? text.replace(/ #\d+/, '') : text));
    const tick = mode === 'barrier' ? ' #0' : '';
    const async = mode === 'async' ? ['2s activation.stage 1 X'] : [];
    expect(times).toEqual([
      `0s${tick} activation.started 0 speak`,
      // Having spoken without a plan, it still reasons: nobody gives it anything to do.
      `0.5s${tick} activation.ended 0 decided 500000`,
      `1.5s${tick} activation.started 1 plan`,
      `2s${tick} activation.ended 1 decided 500000`,
      `2s${tick} activation.started 0 plan`,
      ...async,
      `2.5s${tick} activation.ended 0 decided 500000`,
      `2.5s${tick} activation.stage 0 X`,
      ...(mode === 'barrier' ? [`2.5s${tick} activation.stage 1 X`] : []),
    ]);
  },
);

it('keeps the plan of a seat that is asked for a reply', async () => {
  let asked = false;
  const polite = protocol((event) => {
    if (event.kind === 'unplanned')
      return { activations: [{ seat: event.seat, purpose: 'plan', cause: event.cause }] };
    if (event.kind === 'decided' && !asked) {
      asked = true;
      return { activations: [{ seat: event.seat, purpose: 'reply', cause: event.cause }] };
    }
    return {};
  });
  const { log } = await playOut({ team: [decide], protocol: polite, horizonSeconds: 1 });
  expect(brief(log.events).slice(2)).toEqual([
    '0s #0 activation.ended 0 decided 0',
    '0s #0 plan.committed 0 idle',
    '0s #0 activation.stage 0 W',
    '0s #0 activation.started 0 reply',
    '0s #0 activation.stage 0 I',
    '0s #0 activation.ended 0 decided 0',
    '0s #0 activation.stage 0 W',
    '0s #0 activation.stage 0 X',
    '0s #0 action.assigned 0 idle',
    '1s #60 action.ended 0 idle episode_ended',
    '1s #60 plan.ended 0 interrupted episode_ended 0',
    '1s #60 episode.ended horizon',
  ]);
});

it('reports a protocol that keeps the world waiting for nothing', async () => {
  const play = playOut({ team: [decide], protocol: protocol(() => ({})) });
  await expect(play).rejects.toMatchObject({ code: 'INTERNAL', message: /waits for nothing/ });
});

it('reports a protocol that activates a seat twice at once', async () => {
  const hasty = protocol((event) => {
    if (event.kind !== 'unplanned') return {};
    const request = { seat: 0, purpose: 'plan' as const, cause: [] };
    return { activations: [request, request] };
  });
  await expect(playOut({ team: [decide], protocol: hasty })).rejects.toMatchObject({
    code: 'INTERNAL',
    message: /while it was thinking/,
  });
});
