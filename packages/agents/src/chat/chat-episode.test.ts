import { describe, expect, it } from 'vitest';
import { ruleBased } from '../stand-in/rule-based.js';
import { structures } from '../structures/structures.js';
import { line } from '../testing/line-scenario.js';
import { playOut } from '../testing/play.js';

const models = { client: () => ruleBased(line) };

describe.each(structures.map(({ name }) => name))('a chat team in the structure %s', (structure) => {
  it('plays an episode through without a decision that breaks the contract', async () => {
    const { log } = await playOut(
      { team: ['chat', 'chat', 'chat'], structure, horizonSeconds: 20, charge: () => 100_000 },
      { models },
    );
    const ended = log.events.filter((event) => event.type === 'activation.ended');
    expect(ended.length).toBeGreaterThan(1);
    expect(new Set(ended.map((event) => event.outcome))).toEqual(new Set(['decided']));
    expect(ended.filter(({ problem }) => problem !== undefined)).toEqual([]);
  });
});

it('what a seat forgets is in the log, own messages with the activation that sent them', async () => {
  const { log } = await playOut(
    {
      team: ['chat', 'chat', 'chat'],
      structure: 'debate',
      horizonSeconds: 20,
      agentOptions: { memoryMessages: 1, memoryPlans: 0 },
    },
    { models },
  );
  const evicted = log.events.filter((event) => event.type === 'memory.evicted');
  const forgotten = evicted.flatMap(({ what, inputs }) =>
    inputs.slice(1).map((seq) => `${what}: ${log.events[seq]?.type ?? 'nothing'}`),
  );
  expect([...new Set(forgotten)].sort()).toMatchInlineSnapshot(`
    [
      "message: activation.started",
      "message: message.sent",
      "plan: activation.started",
    ]
  `);
});
