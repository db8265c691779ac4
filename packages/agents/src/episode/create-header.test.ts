import { ENGINE_VERSION, WORLD_VERSION } from '@quorum/env';
import { expect, it } from 'vitest';
import { builtIn } from '../catalog/catalog.js';
import { channelSpec } from '../channel/channel-spec.js';
import { TOKENIZER } from '../models/tokenizer.js';
import { line } from '../testing/line-scenario.js';
import { createHeader } from './create-header.js';
import type { EpisodeSpec } from './episode-spec.js';

const catalog = { ...builtIn, scenarios: [line] };
const spec: EpisodeSpec = {
  scenario: 'line-v0',
  options: { marks: 3 },
  seed: 7,
  repeat: 2,
  team: ['greedy', 'random'],
  structure: 'individual',
  clock: { mode: 'async', profile: 'zero-v1', timeScale: 0.5 },
};

it('looks everything up and fills in what was left open', () => {
  expect(createHeader(spec, catalog)).toEqual({
    format: 'quorum-log/1',
    scenario: 'line-v0',
    options: { marks: 3, required: 2, sight: 20 },
    seed: 7,
    repeat: 2,
    team: [
      { agent: 'greedy', modelKind: 'scripted', options: {} },
      { agent: 'random', modelKind: 'scripted', options: {} },
    ],
    structure: 'individual',
    topology: { name: 'none', options: {} },
    protocol: { name: 'independent', options: { sharedObservation: false } },
    channel: channelSpec.parse({}),
    clock: { mode: 'async', profile: 'zero-v1', timeScale: 0.5 },
    horizonTicks: 32 * 60,
    deadlineMicros: null,
    limits: { calls: null, tokens: null },
    versions: {
      log: 'quorum-log/1',
      engine: ENGINE_VERSION,
      world: String(WORLD_VERSION),
      loop: '3',
      scenario: 'line-v0',
      language: '1',
      clock: 'zero-v1',
      channel: '1',
      tokenizer: TOKENIZER,
      'topology.none': '1',
      'protocol.independent': '1',
      'agent.greedy': '1',
      'agent.random': '1',
    },
  });
});

it('takes limits in seconds', () => {
  const header = createHeader({ ...spec, horizonSeconds: 2.5, deadlineSeconds: 0.25 }, catalog);
  expect(header).toMatchObject({ horizonTicks: 150, deadlineMicros: 250_000 });
});

const wrong: readonly [string, object, string, RegExp, RegExp][] = [
  [
    'scenario',
    { scenario: 'lime-v0' },
    'UNKNOWN_NAME',
    /no scenario called 'lime-v0'/,
    /mean 'line-v0'.*Known/,
  ],
  [
    'agent',
    { team: ['gredy'] },
    'UNKNOWN_NAME',
    /no agent called 'gredy'/,
    /greedy.*Known: random, greedy, central/,
  ],
  ['structure', { structure: 'rinq' }, 'UNKNOWN_NAME', /no structure called 'rinq'/, /Known: individual/],
  [
    'clock profile',
    { clock: { ...spec.clock, profile: 'x' } },
    'UNKNOWN_NAME',
    /no clock profile called 'x'/,
    /zero-v1/,
  ],
  ['team size', { team: Array(65).fill('random') }, 'TEAM_INVALID', /65 agents/, /1 to 64/],
  ['empty team', { team: [] }, 'CONFIG_INVALID', /^team: /, /team/],
  [
    'option name',
    { options: { mark: 1 } },
    'CONFIG_INVALID',
    /no option 'mark'/,
    /mean 'marks'.*marks, required/,
  ],
  ['option value', { options: { marks: 0 } }, 'CONFIG_INVALID', /^options\.marks: /, /marks, required/],
  ['seed', { seed: 1.5 }, 'CONFIG_INVALID', /^seed: /, /seed/],
  ['repeat', { repeat: 0 }, 'CONFIG_INVALID', /^repeat: /, /repeat/],
  ['clock mode', { clock: { ...spec.clock, mode: 'x' } }, 'CONFIG_INVALID', /^clock\.mode: /, /clock\.mode/],
  ['time scale', { clock: { ...spec.clock, timeScale: -1 } }, 'CONFIG_INVALID', /^clock\.timeScale: /, /./],
  ['horizon', { horizonSeconds: 0 }, 'CONFIG_INVALID', /^horizonSeconds: /, /./],
  ['deadline', { deadlineSeconds: NaN }, 'CONFIG_INVALID', /^deadlineSeconds: /, /./],
];

it.each(wrong)('refuses a wrong %s', (_, change, code, message, fix) => {
  expect(() => createHeader({ ...spec, ...change }, catalog)).toThrow(
    expect.objectContaining({
      code,
      message: expect.stringMatching(message) as string,
      fix: expect.stringMatching(fix) as string,
    }),
  );
});
