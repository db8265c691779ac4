import { setMaxListeners } from 'node:events';
import { expect, it } from 'vitest';
import { Lane, TooMuch } from './lane.js';

const never = new AbortController().signal;
setMaxListeners(0, never);
const free = { requestsPerMinute: null, tokensPerMinute: null };

/** Requests that end when they are told to. */
function requests(lane: Lane) {
  const open: { end: () => void; refuse: () => void }[] = [];
  let begun = 0;
  return {
    open,
    get begun() {
      return begun;
    },
    start(signal = never) {
      return lane
        .run({
          tokens: 1,
          signal,
          work: () =>
            new Promise<{ value: string; tokens: number }>((resolve, reject) => {
              begun += 1;
              open.push({
                end: () => resolve({ value: 'done', tokens: 1 }),
                refuse: () => reject(new TooMuch(new Error('429'))),
              });
            }),
        })
        .catch((error: unknown) => (error as Error).message);
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

it('has no more requests under way than it may', async () => {
  const wire = requests(new Lane({ connections: 2, ...free }));
  const all = [1, 2, 3].map(() => wire.start());
  await turn();
  expect(wire.begun).toBe(2);
  wire.open[0]?.end();
  await turn();
  expect(wire.begun).toBe(3);
  wire.open.forEach(({ end }) => end());
  expect(await Promise.all(all)).toEqual(['done', 'done', 'done']);
});

it('halves its load once for a burst of refusals, and grows back by one per load of successes', async () => {
  const lane = new Lane({ connections: 8, ...free });
  const wire = requests(lane);
  const burst = Array.from({ length: 8 }, () => wire.start());
  await turn();
  wire.open.splice(0).forEach(({ refuse }) => refuse());
  expect(await Promise.all(burst)).toEqual(Array.from({ length: 8 }, () => '429'));
  expect(lane.connections).toBe(4);

  const loads: number[] = [];
  for (let i = 0; i < 30; i += 1) {
    const one = wire.start();
    await turn();
    wire.open.splice(0).forEach(({ end }) => end());
    await one;
    if (loads.at(-1) !== lane.connections) loads.push(lane.connections);
  }
  expect(loads).toEqual([4, 5, 6, 7, 8]);
});

it('never stops altogether', async () => {
  const lane = new Lane({ connections: 2, ...free });
  const wire = requests(lane);
  for (let i = 0; i < 4; i += 1) {
    const one = wire.start();
    await turn();
    wire.open.splice(0).forEach(({ refuse }) => refuse());
    await one;
  }
  expect(lane.connections).toBe(1);
});

it('lets go of a request that is aborted while it waits', async () => {
  const wire = requests(new Lane({ connections: 1, ...free }));
  const first = wire.start();
  const controller = new AbortController();
  const second = wire.start(controller.signal);
  controller.abort(new Error('enough'));
  expect(await second).toBe('enough');
  await turn();
  wire.open[0]?.end();
  expect(await first).toBe('done');
  expect(wire.begun).toBe(1);
});

it.each([
  ['requests', { requestsPerMinute: 4, tokensPerMinute: null }],
  ['tokens', { requestsPerMinute: null, tokensPerMinute: 400 }],
])('lets no more %s through than a minute allows', async (_, limits) => {
  // An hour to the minute: what is over the limit waits, however slow the machine is.
  const lane = new Lane({ connections: 10, ...limits }, 3_600_000);
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  let begun = 0;
  const all = Array.from({ length: 6 }, () =>
    lane
      .run({
        tokens: 100,
        signal: controller.signal,
        work: async () => {
          begun += 1;
          return { value: 'done', tokens: 100 };
        },
      })
      .catch(() => 'waited'),
  );
  const passed = await Promise.all(all.slice(0, 4));
  expect(passed).toEqual(['done', 'done', 'done', 'done']);
  await turn();
  expect(begun).toBe(4);
  controller.abort();
  expect(await Promise.all(all.slice(4))).toEqual(['waited', 'waited']);
});

it('counts the tokens that were used, not those that were guessed', async () => {
  const lane = new Lane({ connections: 1, requestsPerMinute: null, tokensPerMinute: 400 }, 3_600_000);
  const work = (tokens: number) => async () => ({ value: 'done', tokens });
  for (let i = 0; i < 5; i += 1) {
    expect(await lane.run({ tokens: 300, signal: never, work: work(10) })).toBe('done');
  }
});

it('lets a request through that is larger than a minute', async () => {
  const lane = new Lane({ connections: 1, requestsPerMinute: null, tokensPerMinute: 10 }, 3_600_000);
  const work = async () => ({ value: 'done', tokens: 10 });
  expect(await lane.run({ tokens: 5000, signal: never, work })).toBe('done');
});
