import { expect, it } from 'vitest';
import { catalog } from '../system/catalog.js';
import { planText } from '../testing/suite-text.js';
import { variedAxis } from './varied-axis.js';

/** The axis in which the first and the last condition of a suite differ. */
function axisOf(fields: string): string | null {
  const base = { scenario: 'push-nine-v0', agents: '4', team: 'chat', structure: 'debate', seeds: '1' };
  const given = Object.fromEntries(
    fields.split('\n').map((line) => line.split(/: (.*)/) as [string, string]),
  );
  const lines = Object.entries({ ...base, ...given }).map(([name, value]) => `${name}: ${value}`);
  const { conditions } = planText(`suite: pair-v0\ntitle: A pair\n${lines.join('\n')}\n`, catalog);
  const [a, b] = [conditions.at(0), conditions.at(-1)];
  if (!a || !b) throw new Error('the suite has no conditions');
  expect(variedAxis(b, a)).toBe(variedAxis(a, b));
  return variedAxis(a, b);
}

it.each([
  ['model: [rule-based, "openai:gpt-5-mini"]', 'model'],
  ['modelOptions: { compliance: [1, 0.5] }', 'model'],
  ['agentOptions: { memoryMessages: [20, 5] }', 'agent options'],
  ['team: [greedy, random]\nstructure: individual', 'team'],
  ['structure: [debate, ring]', 'structure'],
  ['structure: [individual, ring]', 'structure'],
  ['topology: [full, ring]', 'topology'],
  ['communication: [talk, silent-matched]', 'communication'],
  ['communication: [no-comm, shared-observation]', 'structure'],
  ['channel: { loss: [0, 0.2] }', 'channel'],
  ['clock: { mode: [barrier, async] }', 'clock'],
  ['horizonSeconds: [5, 10]', 'horizon'],
  ['deadlineSeconds: [5, 10]', 'deadline'],
  ['limits: { calls: [5, 10] }', 'limits'],
  ['fault: [none, crash]', 'fault'],
  ['healing: [none, annotate]', 'healing'],
  ['healing: [annotate, { name: no-op, like: create }]', 'healing'],
  ['options: { sightMeters: [4, 8] }', 'options'],
  ['agents: [3, 6]', 'agents'],
])('%s: %s', (fields, axis) => {
  expect(axisOf(fields)).toBe(axis);
});

it.each([
  'team: [greedy, chat]',
  'structure: [ring, debate]\ntopology: [full, ring]',
  'scenario: [push-nine-v0, push-private-v0]',
])('refuses what differs in more than one thing, or in the world: %s', (fields) => {
  expect(axisOf(fields)).toBeNull();
});

it('tells versions from everything else', () => {
  const [condition] = planText(
    'suite: one-v0\ntitle: One\nscenario: push-nine-v0\nagents: 3\nteam: chat\nstructure: ring\nseeds: 1\n',
  ).conditions;
  if (!condition) throw new Error('the suite has no condition');
  const { header, settings } = condition;
  const newer = { settings, header: { ...header, versions: { ...header.versions, loop: '99' } } };
  expect(variedAxis(condition, newer)).toBe('versions');
  expect(variedAxis(condition, condition)).toBe('nothing');
  const lossy = { ...newer, header: { ...newer.header, channel: { ...header.channel, loss: 0.5 } } };
  expect(variedAxis(condition, lossy)).toBeNull();
});
