import { expect, it } from 'vitest';
import { refusal, SUITE } from '../testing/suite-text.js';
import { overrideSuite, parseGridOption, parseModelOption, parseTeamOption } from './grid-overrides.js';
import { readSuite } from './read-suite.js';
import { parseSuiteYaml } from './suite-source.js';

const override = (...grid: string[]) =>
  overrideSuite(parseSuiteYaml(SUITE, 'suite.yaml'), grid.map(parseGridOption));

it('replaces axes of a suite, the last one winning', () => {
  const suite = readSuite(
    override('team=central', 'agents=2,4', 'agents=5', 'options.sightMeters=5,7.5', 'clock.mode=async'),
  );
  expect(suite).toMatchObject({
    team: ['central'],
    agents: [5],
    options: { sightMeters: [5, 7.5] },
    clock: { mode: ['async'], profile: ['zero-v1'] },
    seeds: [1, 2],
  });
});

it('reads lists and objects as single values', () => {
  const suite = readSuite(
    override('options.lockedWeights=[1,2],[3]', 'options.bodies=[{seat: 0, radiusMeters: 0.2}]'),
  );
  expect(suite.options).toMatchObject({
    lockedWeights: [[1, 2], [3]],
    bodies: [[{ seat: 0, radiusMeters: 0.2 }]],
  });
});

it('takes the team size from mixed teams, unless it is given', () => {
  expect(readSuite(override('team=greedy+random')).agents).toEqual([2]);
  expect(readSuite(override('team=greedy,greedy+random+random')).agents).toEqual([3]);
  expect(readSuite(override('team=greedy+random', 'agents=4')).agents).toEqual([4]);
  expect(readSuite(override('team=greedy')).agents).toEqual([3, 6]);
});

it('sets models, structures and their parts', () => {
  const suite = readSuite(
    override(
      'model=rule-based,openai:gpt-5-mini',
      'structure=debate,ring',
      'topology=full,{name: small-world, degree: 4}',
      'channel.loss=0,0.2',
      'modelOptions.compliance=0.5',
      'limits.calls=100',
      'deadlineSeconds=60,120',
    ),
  );
  expect(suite).toMatchObject({
    model: ['rule-based', 'openai:gpt-5-mini'],
    structure: ['debate', 'ring'],
    topology: [
      { name: 'full', options: {} },
      { name: 'small-world', options: { degree: 4 } },
    ],
    channel: { loss: [0, 0.2] },
    modelOptions: { compliance: [0.5] },
    limits: { calls: [100] },
    deadlineSeconds: [60, 120],
  });
});

it('has short forms for one team and for the model', () => {
  const source = overrideSuite(parseSuiteYaml(SUITE, 'suite.yaml'), [
    parseTeamOption('greedy, greedy,random'),
    parseModelOption('ollama:llama3.2:3b'),
  ]);
  expect(readSuite(source)).toMatchObject({
    team: ['greedy+greedy+random'],
    agents: [3],
    model: ['ollama:llama3.2:3b'],
  });
  expect(refusal(() => parseTeamOption('greedy,,random'))).toContain('USAGE --team greedy,,random');
});

it('keeps its own text, so that the run folder holds what was played', () => {
  const { text } = override('team=central');
  expect(readSuite(parseSuiteYaml(text, 'again')).team).toEqual(['central']);
});

it.each(['team', 'team=', 'team=a,,b', '=a'])('refuses %j', (text) => {
  expect(refusal(() => parseGridOption(text))).toContain('USAGE -g');
});

it('names the known axes', () => {
  expect(refusal(() => parseGridOption('colour=red'))).toContain(
    'USAGE -g colour=red: unknown axis `colour`',
  );
});

it('blames the command line for what was typed there', () => {
  expect(refusal(() => readSuite(override('agents=many')))).toContain(
    'USAGE -g agents=many: field `agents[0]`: expected number, received string',
  );
});
