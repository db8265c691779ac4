import { readFileSync } from 'node:fs';
import { findScenario } from '@quorum/env';
import { expect, it } from 'vitest';
import { optionNames } from '../episode/resolve-options.js';
import { buildPrompt } from './build-prompt.js';
import { chatOptions, INTEGRATIONS } from './options.js';
import { activationOf, messageOf, openTalk } from './testing.js';

const doc = readFileSync(new URL('../../../../docs/chat-agent.md', import.meta.url), 'utf8');

it('docs/chat-agent.md lists every option with its default, and every integration', () => {
  const defaults = chatOptions.parse({});
  const options = doc.split(/^## /m).find((part) => part.startsWith('Options')) ?? '';
  const rows = [...options.matchAll(/^\| `(\w+)` +\| `?([^`|]+?)`? +\|/gm)];
  expect(rows.map(([, name]) => name)).toEqual(optionNames(chatOptions));
  for (const [, name = '', value = ''] of rows) {
    const actual = defaults[name as keyof typeof defaults];
    expect(value, name).toBe(typeof actual === 'object' ? JSON.stringify(actual) : String(actual));
  }
  for (const integration of INTEGRATIONS) expect(doc).toContain(`- \`${integration}\`: `);
});

it('docs/chat-agent.md shows a real prompt', () => {
  const scenario = findScenario('push-cube-v0');
  const simulation = scenario.create({
    seed: 1,
    seats: 2,
    horizonTicks: 3600,
    options: scenario.options.parse({}),
    emit: () => 0,
  });
  const activation = activationOf({
    seat: 1,
    time: 12_345_000,
    observation: simulation.observe(1),
    inbox: [
      messageOf(9, {
        from: 0,
        kind: 'request',
        work: true,
        task: 'b3/left',
        text: 'b3 needs both of us. Come to its left face.',
        claims: [{ type: 'blockWeight', block: 'b3', weight: 2 }],
      }),
    ],
    lastPlan: { task: 'b1/left', status: 'failed', outcome: 'obstructed', done: 0 },
    talk: openTalk({
      roles: ['member', 'member'],
      contacts: [0],
      heardFrom: [0],
      addressees: [0],
      budget: { messages: 2, tokens: null, bytes: null, tokensPerMessage: null },
    }),
  });
  const failed = { status: 'failed', outcome: 'obstructed', done: 0 } as const;
  const actions = ['moveToFace', 'push'];
  const [, user] = buildPrompt(
    {
      scenario,
      options: chatOptions.parse({}),
      activation,
      memory: {
        summary: null,
        messages: [],
        plans: [{ id: 3, made: 2_000_000, seat: 1, task: 'b1/left', actions, end: failed }],
      },
    },
    { purpose: 'plan', seats: [] },
  );
  simulation.free();
  expect(doc).toContain(`\`\`\`text\n${user?.parts.join('\n\n')}\n\`\`\``);
});
