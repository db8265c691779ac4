import { expect, it } from 'vitest';
import { builtIn } from '../catalog/catalog.js';
import { line } from '../testing/line-scenario.js';
import { memoryLog } from '../testing/memory-log.js';
import { createHeader } from './create-header.js';
import { runEpisode } from './run-episode.js';

const catalog = { ...builtIn, scenarios: [line] };

it('plays random agents to the horizon', async () => {
  const header = createHeader(
    {
      scenario: 'line-v0',
      options: {},
      seed: 1,
      repeat: 1,
      team: ['random', 'random'],
      structure: 'individual',
      clock: { mode: 'barrier', profile: 'zero-v1', timeScale: 1 },
    },
    catalog,
  );
  const log = memoryLog();
  const outcome = await runEpisode(header, { log, catalog });
  expect(outcome).toEqual({
    status: 'horizon',
    score: 0,
    maxScore: 4,
    ticks: 32 * 60,
    timeMicros: 32_000_000,
  });
});
