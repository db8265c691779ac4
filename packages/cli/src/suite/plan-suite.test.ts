import { communicationOf } from '@quorum/agents';
import { expect, it } from 'vitest';
import { planText, refusal, SUITE } from '../testing/suite-text.js';

const change = (from: string, to: string): string => {
  expect(SUITE).toContain(from);
  return SUITE.replace(from, to);
};

it('expands axes, seeds and repeats, seed by seed', () => {
  const { conditions, episodes } = planText(`${SUITE}repeats: 2\n`);
  expect(conditions.map(({ cell }) => cell.spec.team.join(' '))).toEqual([
    'random random random',
    'random random random random random random',
    'greedy greedy greedy',
    'greedy greedy greedy greedy greedy greedy',
  ]);
  expect(episodes).toHaveLength(4 * 2 * 2);
  expect(episodes.map(({ header }) => [header.seed, header.repeat]).slice(3, 6)).toEqual([
    [1, 1],
    [1, 2],
    [1, 2],
  ]);
  expect(new Set(episodes.map(({ path }) => path)).size).toBe(16);
});

it('gives conditions the fingerprint of their header, not of their spelling', () => {
  const fingerprints = (text: string): string[] =>
    planText(text).conditions.map(({ fingerprint }) => fingerprint);
  const own = fingerprints(SUITE);
  expect(new Set(own).size).toBe(4);
  expect(fingerprints(change('seeds: 1..2', 'seeds: 7'))).toEqual(own);
  expect(fingerprints(change('team:', 'structure: individual\nteam:'))).toEqual(own);
  expect(fingerprints(change('team:', 'horizonSeconds: 5\nteam:'))).not.toEqual(own);
});

it('plays a mixed team at its own size', () => {
  const { conditions } = planText(change('- random', '- greedy,greedy,random'));
  expect(conditions.map(({ slug }) => slug.replace(/_[0-9a-f]{12}$/, ''))).toEqual([
    'push-nine-v0_greedy+greedy+random_individual',
    'push-nine-v0_3x-greedy_individual',
    'push-nine-v0_6x-greedy_individual',
  ]);
});

it.each([
  [
    'unknown scenario',
    'push-nine-v0',
    'push-ten-v0',
    'UNKNOWN_NAME suite.yaml:3:1: field `scenario[0]`: unknown scenario "push-ten-v0"',
  ],
  [
    'unknown agent',
    '- greedy',
    '- greedee',
    'UNKNOWN_NAME suite.yaml:7:5: field `team[1]`: unknown agent "greedee"',
  ],
  [
    'unknown structure',
    'team:',
    'structure: chaos\nteam:',
    'UNKNOWN_NAME suite.yaml:5:1: field `structure[0]`: unknown structure "chaos"',
  ],
  [
    'unknown clock',
    'team:',
    'clock: { profile: warp-v1 }\nteam:',
    'UNKNOWN_NAME suite.yaml:5:10: field `clock.profile[0]`: unknown clock profile "warp-v1"',
  ],
  [
    'unknown option',
    'team:',
    'options:\n  sightMetres: 5\nteam:',
    'CONFIG_INVALID suite.yaml:6:3: field `options.sightMetres[0]`: push-nine-v0 has no such option',
  ],
  [
    'impossible team size',
    '[3, 6]',
    '[3, 400]',
    'TEAM_INVALID suite.yaml:4:13: field `agents[1]`: a team of 400 does not fit push-nine-v0',
  ],
  [
    'no team size',
    'agents: [3, 6]\n',
    '',
    'TEAM_INVALID suite.yaml:5:5: field `team[0]`: a team of "random" needs a size',
  ],
  [
    'mixed team of another size',
    '- random',
    '- greedy,random',
    'TEAM_INVALID suite.yaml:6:5: field `team[0]`: the mixed team "greedy,random" has 2 seats, but `agents` says 3, 6',
  ],
])('refuses an %s with its place', (_, from, to, message) => {
  expect(refusal(() => planText(change(from, to)))).toContain(message);
});

it('refuses more episodes than a run can hold', () => {
  expect(refusal(() => planText(change('1..2', '1..30000')))).toContain(
    'CONFIG_INVALID suite.yaml:8:1: field `seeds`: 120000 episodes are more than a run can hold',
  );
});

it('lists the known names', () => {
  expect(refusal(() => planText(change('- greedy', '- greedee')))).toMatch(/known: .*random/);
});

/** The suite with further fields, and teams of agents that talk. */
const talking = (fields: string, team = 'chat'): string =>
  `${SUITE.replace('team:\n  - random\n  - greedy', `team: ${team}`)}${fields}`;

const headers = (text: string) => planText(text).conditions.map(({ header }) => header);

it('crosses topology, protocol and channel', () => {
  const all = headers(
    talking(`structure: centralized
topology: [star, { name: tree, arity: 3 }]
channel: { loss: [0, 0.2] }
`).replace('[3, 6]', '6'),
  );
  expect(all.map(({ topology, channel }) => [topology.name, channel['loss']])).toEqual([
    ['star', 0],
    ['star', 0.2],
    ['tree', 0],
    ['tree', 0.2],
  ]);
  expect(all[2]?.topology.options).toEqual({ arity: 3 });
});

it('plays silence once, whatever the structure', () => {
  const plan = planText(
    talking(`structure: [individual, centralized, debate]
communication: [talk, silent-matched, no-comm]
channel: { loss: [0, 0.1] }
`).replace('[3, 6]', '3'),
  );
  const seen = plan.conditions.map(({ header, settings }) => [
    header.structure,
    communicationOf(header),
    settings.channel['loss'],
  ]);
  expect(seen).toEqual([
    ['individual', 'no-comm', undefined],
    ...['centralized', 'debate'].flatMap((structure) => [
      [structure, 'talk', 0],
      [structure, 'silent-matched', 0],
      [structure, 'talk', 0.1],
      [structure, 'silent-matched', 0.1],
    ]),
  ]);
});

it('plays teams that cannot talk once, in silence', () => {
  const text = talking('structure: [debate, ring]\n', '[greedy, chat]').replace('[3, 6]', '3');
  expect(headers(text).map(({ team, structure }) => [team[0]?.agent, structure])).toEqual([
    ['greedy', 'individual'],
    ['chat', 'debate'],
    ['chat', 'ring'],
  ]);
  expect(refusal(() => planText(talking('structure: [individual, ring]\n', 'greedy')))).toContain(
    'CONFIG_INVALID suite.yaml:7:1: field `structure`: no agent of this suite talks',
  );
});

it('gives options to the teams that know them', () => {
  const all = headers(
    talking(
      'agentOptions: { promptForm: [text, json] }\nmodelOptions: { compliance: [1, 0.5] }\n',
      '[greedy, chat]',
    ).replace('[3, 6]', '3'),
  );
  expect(all.map(({ team }) => team[0]?.agent)).toEqual(['greedy', 'chat', 'chat', 'chat', 'chat']);
  expect(all[4]?.team[0]?.options).toMatchObject({ promptForm: 'json', modelOptions: { compliance: 0.5 } });
});

it('seats several models in one team, and keeps folder names legal', () => {
  const plan = planText(
    talking(
      'structure: debate\nmodel: [rule-based, "openai:gpt-5-mini"]\n',
      '"chat,chat@ollama:llama3.2:3b"',
    ).replace('[3, 6]', '2'),
  );
  expect(plan.conditions.map(({ header }) => header.team.map(({ options }) => options['model']))).toEqual([
    ['rule-based', 'ollama:llama3.2:3b'],
    ['openai:gpt-5-mini', 'ollama:llama3.2:3b'],
  ]);
  for (const { path } of plan.episodes)
    expect(path).toMatch(/^episodes\/[A-Za-z0-9_.+-]+\/seed-\d-repeat-1$/);
  expect(plan.conditions[1]?.slug).toMatch(
    /^push-nine-v0_chat-openai-gpt-5-mini\+chat-ollama-llama3\.2-3b_debate_talk_[0-9a-f]{12}$/,
  );
});

it.each([
  [
    'topology: [full, moebius]',
    'UNKNOWN_NAME',
    'suite.yaml:7:18: field `topology[1]`: unknown topology "moebius"',
  ],
  [
    'model: gpt-5',
    'UNKNOWN_NAME',
    "suite.yaml:7:1: field `model[0]`: 'gpt-5' is no model. Write rule-based, or",
  ],
  [
    'model: [rule-based, opnai:gpt-5]',
    'UNKNOWN_NAME',
    'suite.yaml:7:21: field `model[1]`: There is no model provider',
  ],
  ['protocol: chatter', 'UNKNOWN_NAME', 'suite.yaml:7:1: field `protocol[0]`: unknown protocol "chatter"'],
  [
    'topology: { name: tree, brnching: 3 }',
    'CONFIG_INVALID',
    'suite.yaml:7:25: field `topology[0].brnching`: tree has no such option',
  ],
  ['channel: { loss: [0, 2] }', 'CONFIG_INVALID', 'suite.yaml:7:22: field `channel.loss[1]`: Too big'],
  [
    'channel: { los: 0 }',
    'CONFIG_INVALID',
    'suite.yaml:7:12: field `channel.los[0]`: the channel has no such option',
  ],
  [
    'agentOptions: { promptFrom: text }',
    'CONFIG_INVALID',
    'suite.yaml:7:17: field `agentOptions.promptFrom`: no agent of this suite has',
  ],
  [
    'agentOptions: { promptForm: verse }',
    'CONFIG_INVALID',
    'suite.yaml:7:17: field `agentOptions.promptForm[0]`: ',
  ],
  [
    'agentOptions: { model: "openai:x" }',
    'CONFIG_INVALID',
    'suite.yaml:7:17: field `agentOptions.model`: no agent of this suite has',
  ],
  [
    'modelOptions: { compliance: 7 }',
    'CONFIG_INVALID',
    'suite.yaml:7:17: field `modelOptions.compliance[0]`: Too big',
  ],
  [
    'modelOptions: { temperature: 1 }',
    'CONFIG_INVALID',
    'suite.yaml:7:17: field `modelOptions.temperature`: no model of this suite has',
  ],
  ['structure: debate\ntopology: none', 'CONFIG_INVALID', 'suite.yaml:8:1: protocol: rounds contradicts'],
  [
    'structure: debate\nprotocol: hierarchy',
    'CONFIG_INVALID',
    'suite.yaml:8:1: protocol: hierarchy contradicts',
  ],
  ['structure: debate\nprotocol: free', 'CONFIG_INVALID', 'suite.yaml:8:1: protocol: free contradicts'],
  [
    'structure: centralized\ntopology: [star, { name: star, hub: 4 }]',
    'TEAM_INVALID',
    'suite.yaml:8:18: topology: star does not fit',
  ],
])('refuses %j with its place', (fields, code, message) => {
  expect(refusal(() => planText(talking(`${fields}\n`)))).toContain(`${code} ${message}`);
});

it('refuses a model that nobody uses', () => {
  expect(refusal(() => planText(`${SUITE}model: openai:gpt-5-mini\n`))).toContain(
    'CONFIG_INVALID suite.yaml:9:1: field `model`: no agent of this suite uses a model',
  );
  expect(
    refusal(() => planText(change('- greedy', '- greedy@openai:gpt-5-mini').replace('[3, 6]', '3'))),
  ).toContain("CONFIG_INVALID suite.yaml:7:5: team: 'greedy@openai:gpt-5-mini' names a model");
});
