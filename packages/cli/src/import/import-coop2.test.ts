import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertComplete, readLog } from '@quorum/events/node';
import { flattenMetrics } from '@quorum/metrics';
import { expect, it } from 'vitest';
import type { Terminal } from '../output/terminal.js';
import { readRun, type RunResults } from '../run-folder/read-run.js';
import { temporaryFolder, temporaryFolderOfFile } from '../testing/temporary-folder.js';
import { importCommand } from './import-command.js';

const fixtures = join(import.meta.dirname, 'fixtures');
const CUBE = 'centralized_agents2_repair_off_seed42_20260101_120000';
const CRAFTER = 'individual_agents2_repair_on_seed7_20260101_130000';

/** What an import prints on stdout. */
function imported(source: string, out: string, json = false): string {
  const lines: string[] = [];
  importCommand(source, { out, json }, { out: (line: string) => lines.push(line) } as unknown as Terminal);
  return lines.join('\n');
}

const run = join(temporaryFolderOfFile(), 'run');
const told = imported(fixtures, run);
const results = readRun(run);

/** Metrics of an imported episode. */
function metricsOf(seed: number): RunResults['rows'][number]['result']['metrics'] {
  const row = results.rows.find(({ episode }) => episode.seed === seed);
  if (row === undefined) throw new Error(`no episode of seed ${seed}`);
  return row.result.metrics;
}

const cube = metricsOf(42);
const cubeRow = flattenMetrics(cube);
const crafter = metricsOf(7);
const crafterRow = flattenMetrics(crafter);

it('makes logs that the reader accepts, and a run with a condition per structure', () => {
  for (const { episode } of results.rows) {
    const log = readLog(join(run, episode.path, 'events.jsonl'));
    assertComplete(log, episode.path);
  }
  expect(results.manifest.conditions.map(({ header }) => [header.structure, header.repair?.name])).toEqual([
    ['coop2-centralized', undefined],
    ['coop2-individual', 'coop2'],
  ]);
  expect(readFileSync(join(run, 'summary.csv'), 'utf8').trim().split('\n')).toHaveLength(1 + 2);
});

it('D: entries into R, W and I, and how long they last', () => {
  // agent_0 enters R W (X) R W (X): 4. agent_1 enters R W I W (X) I W (X) R W (X): 8.
  // The last entry lies in step 3: T = 4. D_δ = (4 + 8) / 4 = 3. D_std of 4 and 8 = 2. Into I: 2.
  // R and I of agent_0: (2 - 0) + (6.5 - 5) = 3.5 s; of agent_1: (1 - 0) + (3 - 1.5) + (8 - 6) + (9.5 - 9) = 5 s.
  // W of agent_0: (3 - 2) + (8 - 6.5) = 2.5 s; of agent_1: (1.5 - 1) + 0 + 0 + 0 = 0.5 s.
  expect(cube['published-overhead']).toMatchObject({
    entriesBySeat: [4, 8],
    steps: 4,
    entriesPerStep: 3,
    interrupts: 2,
    decisionSecondsBySeat: [3.5, 5],
    waitSecondsBySeat: [2.5, 0.5],
  });
  expect(cubeRow['published-overhead.entriesSd']).toBe(2);
});

it('L: message records by sender', () => {
  // agent_0 sends 2, agent_1 sends 1: L_tot 3, L_avg 1.5, L_std sqrt(((0.5)² + (0.5)²) / 2) = 0.5.
  expect(cube['published-communication']).toEqual({ total: 3, bySeat: [2, 1] });
  expect(cubeRow['published-communication.mean']).toBe(1.5);
  expect(cubeRow['published-communication.sd']).toBe(0.5);
});

it('P: plans, what followed interrupted ones, and coherence', () => {
  // agent_0: block 0 failed, block 0 interrupted. agent_1: block 1 interrupted, block 0 succeeded, block 1 interrupted.
  // P_int = 4. Followed by an equal plan: agent_0's first. By another: agent_1's first. The others have no successor.
  expect(cube['published-planning']).toEqual({
    plansBySeat: [2, 3],
    total: 5,
    interrupted: 4,
    resumed: 1,
    replanned: 1,
    successes: 1,
  });
  expect(cubeRow).toMatchObject({
    'published-planning.resumeRate': 1 / 4,
    'published-planning.replanRate': 3 / 4,
    'published-planning.replannedPerAgent': 1 / 2,
    'published-planning.successRate': 1 / 5,
    'published-planning.stability': (5 - 4) / 5,
  });
  // Steps 0, 1, 2: both have block 0 (in step 0 agent_1's second plan is the latest): 2/2 each.
  // Steps 3, 4: block 0 against block 1, all different: 0. Mean (1 + 1 + 1 + 0 + 0) / 5.
  expect(cube['published-coherence']).toEqual({ coherence: 3 / 5, steps: 5 });
});

it('C: tasks that a constraint came closer or slipped for', () => {
  // Left face of block 0, agents beside it by step: 1, 2, 1, then delivered; pushing: 1, 1, 0. Block 1, beside it: 0, 0, 1.
  // spatial: better for both, worse for block 0: 2/3. participation likewise, being the same count. temporal: only worse: 0/1.
  // dependency: CUBE has none: 0.5. C⁺: both tasks, C⁻: block 0.
  expect(cube['published-constraints']).toEqual({
    progress: {
      participation: { improved: 2, worsened: 1, ratio: 2 / 3 },
      spatial: { improved: 2, worsened: 1, ratio: 2 / 3 },
      temporal: { improved: 0, worsened: 1, ratio: 0 },
      dependency: { improved: 0, worsened: 0, ratio: 0.5 },
    },
    improved: 2,
    worsened: 1,
  });
  // MA-Crafter: near coal 18: 1, 1, 0; near tree 5: 0, 0, 1; collecting coal 18: 0, 1, 0; holding its tool: 0, 2, 2.
  // Coal 17 is collected in step 2, so that its values of step 1 are compared with nothing.
  expect(crafter['published-constraints']).toMatchObject({
    progress: {
      spatial: { improved: 1, worsened: 1, ratio: 0.5 },
      temporal: { improved: 1, worsened: 1, ratio: 0.5 },
      dependency: { improved: 1, worsened: 0, ratio: 1 },
    },
    improved: 2,
    worsened: 1,
  });
});

it('ΔZ: records of gains and losses', () => {
  // Gains: wood and coal of agent_0, coal of agent_1; loss: wood of agent_0. ΔZ = 3 - 1. The last stage lies in step 3: T = 4.
  expect(crafter['published-capability']).toMatchObject({
    gains: 3,
    losses: 1,
    gainsBySeat: [2, 1],
    lossesBySeat: [1, 0],
    gainRate: 3 / 4,
  });
  expect(crafterRow['published-capability.change']).toBe(2);
  // CUBE has no such file.
  expect(cube['published-capability']).toMatchObject({ gains: 0, losses: 0, gainRate: 0 });
});

it('Y: plans that worked out, score, resources', () => {
  expect(cube['published-success']).toEqual({ planSuccessRate: 1 / 5, score: 2, resources: {} });
  // One of three plans succeeds; coal twice, wood once; 150 points of a coal for two.
  expect(crafter['published-success']).toEqual({
    planSuccessRate: 1 / 3,
    score: 150,
    resources: { wood: 1, coal: 2 },
  });
});

it('ρ: shares of the raw reasons', () => {
  // Of 4 plans: insufficient_force once, Replanned once, Episode ended twice.
  expect(cube['published-failures']).toMatchObject({
    plans: 4,
    shares: { insufficient_force: 1 / 4, Replanned: 1 / 4, 'Episode ended': 2 / 4 },
    sharesByOutcome: { insufficient_force: 1 / 4, replaced: 1 / 4, episode_ended: 2 / 4 },
  });
  expect(crafter['published-failures']).toMatchObject({
    plans: 2,
    shares: { 'Requires 2 agents with tools (have 1)': 1 / 2, 'Nowhere to place': 1 / 2 },
  });
});

it('attempts: deficits and success of steps in which somebody pushed', () => {
  // Step 1: spatial 1/2, temporal 1/2, fails. Step 2: spatial 2/2, temporal 1/2, fails. Step 4: all 2/2, delivers.
  // Violations: spatial (1/2 + 0 + 0) / 3, temporal (1/2 + 1/2 + 0) / 3, dependency 0. Success 1/3.
  expect(cube['published-attempts']).toEqual({
    count: 3,
    successes: 1,
    violationRates: { spatial: 1 / 6, temporal: 1 / 3, dependency: 0 },
  });
  expect(cubeRow['published-attempts.successRate']).toBeCloseTo(1 / 3);
  // MA-Crafter, coal for two. 17 in step 1: spatial 2/2, temporal 1/2, dependency 1/2, fails; in step 2: all 2/2, collected.
  // 18 in step 2: spatial 1/2, temporal 1/2, dependency 2/2, fails. Violations: 1/2 of 3, (1/2 + 1/2) of 3, 1/2 of 3.
  expect(crafter['published-attempts']).toEqual({
    count: 3,
    successes: 1,
    violationRates: { spatial: 1 / 6, temporal: 1 / 3, dependency: 1 / 6 },
  });
});

it('the table, and who is after what', () => {
  // Score 2 in 4 steps, 5 plans of 2 agents, 3 messages, 2 interrupts, 3.5 s + 5 s.
  expect(cube['published-table']).toEqual({
    score: 2,
    steps: 4,
    scorePerStep: 2 / 4,
    plansPerAgent: 5 / 2,
    messages: 3,
    interrupts: 2,
    decisionSeconds: 8.5,
  });
  expect(cubeRow).toMatchObject({ 'score.max': 1 + 2, 'duration.status': 'horizon' });
  // Both are after block 0, of weight 2, until agent_1 turns to block 1, of weight 1, in step 3.
  expect(cube['published-focus']).toMatchObject({
    agents: {
      'weight 2': [
        [0, 2],
        [3, 1],
      ],
      'weight 1': [[3, 1]],
    },
    score: [[4, 2]],
  });
});

it('says what could not be carried over, as text and as JSON', () => {
  expect(told).toMatch(/^2 episodes in .*\nNot carried over:\n- /);
  expect(told).toContain('- capability_changes.json is missing: no gains and losses');
  expect(told).toContain('the reason "Nowhere to place"');
  const folder = temporaryFolder();
  const json = JSON.parse(imported(join(fixtures, CUBE), join(folder, 'one'), true)) as {
    episodes: unknown[];
    notCarriedOver: string[];
  };
  expect(json.episodes).toMatchObject([{ source: join(fixtures, CUBE), events: 95 }]);
  expect(json.notCarriedOver.join('\n')).toContain('quorum verify');
  expect(json.notCarriedOver.join('\n')).not.toContain('Nowhere to place');
});

/** An import of a copy in which a text of a file is replaced. */
function importChanged(name: string, file: string, find: string, put: string): string {
  const folder = temporaryFolder();
  cpSync(join(fixtures, name), join(folder, name), { recursive: true });
  const path = join(folder, name, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(find);
  writeFileSync(path, text.replace(find, put));
  return imported(join(folder, name), join(folder, 'run'));
}

it.each([
  [
    CUBE,
    'agent_states.json',
    '[2.0, 0, "W"]',
    '[2.0, 0, "Q"]',
    /agent_states\.json:4: field `agent_0\[1\]\[2\]`/,
  ],
  [CUBE, 'agent_states.json', '[2.0, 0, "W"]', '[-1, 0, "W"]', /:4: field `agent_0\[1\]\[0\]`/],
  [CUBE, 'agent_states.json', '[6.5, 2', '[4.5, 2', /:7: field `agent_0\[4\]\[0\]` goes back in time/],
  [
    CUBE,
    'message_log.json',
    '"recipients": ["agent_1"]',
    '"recipients": ["bob"]',
    /:6: field `\[0\]\.recipients\[0\]` names "bob"/,
  ],
  [
    CUBE,
    'message_log.json',
    '"timestamp": 1.9,',
    '',
    /message_log\.json:\d+: field `\[1\]\.timestamp` .*missing/,
  ],
  [
    CUBE,
    'task_states.json',
    '"weight": 2',
    '"weight": "two"',
    /field `\[0\]\.changed_tasks\.block_0_left\.weight`/,
  ],
  [
    CRAFTER,
    'task_states.json',
    '"required_agents": 1',
    '"required_agents": 0',
    /changed_tasks\.5\.required_agents`/,
  ],
  [
    CUBE,
    'plan_logs.json',
    '"status": "failed"',
    '"status": "lost"',
    /field `plan_history\[1\]\.status`|field `plan_history/,
  ],
  [CUBE, 'team_score.json', '"team_score"', '"points"', /team_score\.json:1: holds neither/],
  [CUBE, 'team_score.json', '{', '{,', /team_score\.json is not JSON/],
])('names file, line and field: %s %s', (name, file, find, put, message) => {
  expect(() => importChanged(name, file, find, put)).toThrow(
    expect.objectContaining({ code: 'LOG_CORRUPT', message: expect.stringMatching(message) as string }),
  );
});

it('refuses folders that hold no episode, half of one, or something already', () => {
  const folder = temporaryFolder();
  const refused = (source: string, out: string) => () => imported(source, out);
  const code = (value: string): unknown => expect.objectContaining({ code: value });
  expect(refused(join(folder, 'nowhere'), join(folder, 'run'))).toThrow(code('FILE_UNREADABLE'));
  expect(refused(folder, join(folder, 'run'))).toThrow(/holds no episode/);
  writeFileSync(join(folder, 'plan_logs.json'), '{ "plan_history": [] }');
  expect(refused(folder, join(folder, 'run'))).toThrow(/agent_states\.json is missing/);
  expect(refused(fixtures, run)).toThrow(code('RUN_FOLDER'));
  expect(readdirSync(folder)).toEqual(['plan_logs.json']);
});
