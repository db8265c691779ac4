import { readdirSync } from 'node:fs';
import { QuorumError } from '@quorum/events';
import { expect, it } from 'vitest';
import { findMetric, metrics } from './registry.js';

it('lists every fold file once', () => {
  const files = readdirSync(new URL('./folds', import.meta.url))
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => file.replace('.ts', ''));
  expect(metrics.map((metric) => metric.name).sort()).toEqual(files.sort());
});

it('finds metrics by name and names the known ones otherwise', () => {
  expect(findMetric('score')).toBe(metrics[0]);
  try {
    findMetric('scores');
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(QuorumError);
    expect(error).toMatchObject({ code: 'UNKNOWN_NAME' });
    expect((error as QuorumError).fix).toContain('score, duration, attempts');
  }
});
