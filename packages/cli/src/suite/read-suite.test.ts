import { expect, it } from 'vitest';
import { refusal, SUITE } from '../testing/suite-text.js';
import { readSuite } from './read-suite.js';
import { parseSuiteYaml } from './suite-source.js';

const read = (text: string) => readSuite(parseSuiteYaml(text, 'suite.yaml'));

it('fills in the defaults and makes every axis a list', () => {
  expect(read(SUITE)).toEqual({
    suite: 'tiny-v0',
    title: 'Two agents on a small world',
    scenario: ['push-nine-v0'],
    options: {},
    agents: [3, 6],
    team: ['random', 'greedy'],
    agentOptions: {},
    modelOptions: {},
    structure: ['individual'],
    channel: {},
    communication: ['talk'],
    limits: {},
    clock: { mode: ['barrier'], profile: ['zero-v1'], timeScale: [1] },
    seeds: [1, 2],
    repeats: 1,
    primary: 'score.share',
    secondary: [],
  });
});

it('reads parts of a structure as words or with options, and maps of options as axes', () => {
  const fields = `topology: [ring, { name: small-world, degree: 4 }]
protocol: rounds
channel: { loss: [0, 0.2], partitions: [[{ fromSeconds: 1 }]] }
modelOptions: { compliance: 0.5 }
limits: { calls: [10, 20] }
`;
  expect(read(SUITE + fields)).toMatchObject({
    topology: [
      { name: 'ring', options: {} },
      { name: 'small-world', options: { degree: 4 } },
    ],
    protocol: [{ name: 'rounds', options: {} }],
    channel: { loss: [0, 0.2], partitions: [[{ fromSeconds: 1 }]] },
    modelOptions: { compliance: [0.5] },
    limits: { calls: [10, 20] },
  });
});

it.each([
  ['team: [random', 'suite.yaml:1:14: '],
  ['suite: tiny-v0\n\ttitle: x', 'suite.yaml:2:1: '],
  ['suite: a-v0\nsuite: b-v0', 'suite.yaml:2:1: Map keys must be unique'],
  ['just text', 'suite.yaml:1:1: expected object'],
  ['', 'suite.yaml:1:1: expected object'],
])('says where the YAML %j goes wrong', (text, place) => {
  expect(refusal(() => read(text))).toContain(`CONFIG_INVALID ${place}`);
});

it.each([
  ['seeds: 1..2', 'seeds: many', 'suite.yaml:8:1: field `seeds`: "many" is not a seed'],
  ['seeds: 1..2', 'sedes: 1..2', 'suite.yaml:8:1: field `sedes`: unknown field'],
  [
    'agents: [3, 6]',
    'agents: [3, six]',
    'suite.yaml:4:13: field `agents[1]`: expected number, received string',
  ],
  ['agents: [3, 6]', 'agents: []', 'suite.yaml:4:1: field `agents`: '],
  ['title:', 'titel:', 'suite.yaml:1:1: field `title`: expected string, but it is missing'],
  ['suite: tiny-v0', 'suite: tiny', 'suite.yaml:1:1: field `suite`: expected a versioned name'],
  [
    'seeds:',
    'clock: { mode: turbo }\nseeds:',
    'suite.yaml:8:10: field `clock.mode[0]`: expected one of "barrier"|"async"',
  ],
  ['seeds:', 'repeats: 0\nseeds:', 'suite.yaml:8:1: field `repeats`: '],
  ['seeds:', 'topology: 3\nseeds:', 'suite.yaml:8:1: field `topology[0]`: expected a name, or a name with'],
  [
    'seeds:',
    'communication: [talk, shout]\nseeds:',
    'suite.yaml:8:23: field `communication[1]`: expected one of',
  ],
  [
    'seeds:',
    'limits: { call: 3 }\nseeds:',
    'suite.yaml:8:11: field `limits.call`: unknown field; known: calls, tokens',
  ],
])('refuses %j -> %j with line and column', (from, to, message) => {
  expect(SUITE).toContain(from);
  expect(refusal(() => read(SUITE.replace(from, to)))).toContain(message);
});

it('tells all mistakes at once', () => {
  const message = refusal(() => read(SUITE.replace('seeds: 1..2', 'seeds: x\nrepeats: y')));
  expect(message).toContain('field `seeds`');
  expect(message).toContain('field `repeats`');
});
