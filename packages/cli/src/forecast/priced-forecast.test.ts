import { expect, it } from 'vitest';
import { planText, SUITE } from '../testing/suite-text.js';
import type { ConditionForecast } from './forecast-run.js';
import { timesWork, type ModelWork } from './model-work.js';
import { priceForecast } from './priced-forecast.js';

const prices = {
  asOf: '2025-11',
  priceOf: (model: string) => (model === 'openai:a' ? { input: 1, output: 10 } : null),
};

function forecast(models: Readonly<Record<string, ModelWork>>, episodes: number): ConditionForecast {
  const [condition] = planText(SUITE).conditions;
  if (condition === undefined) throw new Error('the suite has no condition');
  const perEpisode = { models: new Map(Object.entries(models)), thinkingSeconds: 7 };
  const total = timesWork(perEpisode.models, episodes);
  return { condition, episodes, basis: 'stand-in', perEpisode, total };
}

it('multiplies, prices and adds up', () => {
  const work = { calls: 2.5, inputTokens: 100_000, outputTokens: 10_000 };
  const { rows, total, unpriced } = priceForecast([forecast({ 'openai:a': work }, 4)], prices);
  expect(rows).toEqual([
    expect.objectContaining({
      model: 'openai:a',
      episodes: 4,
      calls: 10,
      inputTokens: 400_000,
      outputTokens: 40_000,
      dollars: 0.8,
      thinkingSeconds: 7,
    }),
  ]);
  expect(total).toEqual({ calls: 10, inputTokens: 400_000, outputTokens: 40_000, dollars: 0.8 });
  expect(unpriced).toEqual([]);
});

it('leaves out of the total what has no price, and says so', () => {
  const work = { calls: 1, inputTokens: 1_000_000, outputTokens: 0 };
  const found = priceForecast([forecast({ 'openai:a': work, 'openai:b': work }, 1)], prices);
  expect(found.rows.map(({ dollars }) => dollars)).toEqual([1, null]);
  expect(found.total).toMatchObject({ calls: 2, dollars: 1 });
  expect(found.unpriced).toEqual(['openai:b']);
});
