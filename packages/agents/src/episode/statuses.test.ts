import { expect, it } from 'vitest';
import type { Observer } from '../contract/observer.js';
import { memoryLog } from '../testing/memory-log.js';
import { brief, playOut, prepare } from '../testing/play.js';
import { runEpisode } from './run-episode.js';

it('is completed when the world has nothing left to do', async () => {
  const { outcome, log } = await playOut({ team: ['central', 'central'] });
  expect(outcome).toMatchObject({ status: 'completed', score: 4, maxScore: 4 });
  expect(log.events.at(-1)).toMatchObject({
    type: 'episode.ended',
    status: 'completed',
    score: 4,
    maxScore: 4,
  });
  // The plans that completed it have succeeded; they were not cut off by the end.
  expect(log.events.filter((event) => event.type === 'plan.ended' && event.status !== 'success')).toEqual([]);
});

it('is at its horizon when body time is over', async () => {
  const { outcome } = await playOut({ team: ['random'], horizonSeconds: 2 });
  expect(outcome).toMatchObject({ status: 'horizon', ticks: 120 });
});

it('is stopped by an observer', async () => {
  const patience: Observer = {
    name: 'patience',
    onEvent: ({ tick, seq }) => (tick === 60 ? [{ kind: 'stop', note: 'enough', inputs: [seq] }] : []),
  };
  const decide = async () => ({ state: null });
  const { outcome, log } = await playOut({ team: [decide] }, { observers: [patience] });
  expect(outcome).toMatchObject({ status: 'stopped', ticks: 60 });
  const applied = log.events.find((event) => event.type === 'intervention.applied');
  expect(log.events.at(-1)).toMatchObject({ type: 'episode.ended', inputs: [applied?.seq] });
});

it('is an agent error when agents throw, and says what they said', async () => {
  const { outcome, log } = await playOut({
    team: [
      async () => Promise.reject(new Error('out of ideas')),
      async () => ({ state: null }),
      () => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- agents may throw anything
        throw 'tired';
      },
    ],
  });
  expect(outcome).toMatchObject({ status: 'agent_error', ticks: 0 });
  const ended = log.events.flatMap((event) =>
    event.type === 'activation.ended' ? [[event.seat, event.outcome, event.problem]] : [],
  );
  expect(ended).toEqual([
    [0, 'error', 'out of ideas'],
    [2, 'error', 'tired'],
  ]);
  expect(brief(log.events).at(-1)).toBe('0s #0 episode.ended agent_error');
});

it('rejects with the reason of the signal and writes no end', async () => {
  const controller = new AbortController();
  const { header, catalog } = prepare({
    team: [
      async ({ time }) => {
        if (time > 0) controller.abort(new Error('ctrl-c'));
        return { state: null };
      },
    ],
  });
  const log = memoryLog();
  const run = runEpisode(header, { log, catalog, signal: controller.signal });
  await expect(run).rejects.toThrow('ctrl-c');
  expect(log.events.at(-1)).toMatchObject({ type: 'observation.shown', tick: 60 });
});

it('lets the host breathe once per second of body time', async () => {
  let breaths = 0;
  await playOut(
    { team: [async () => ({ state: null })], horizonSeconds: 3.5 },
    { breathe: async () => void breaths++ },
  );
  expect(breaths).toBe(3);
});
