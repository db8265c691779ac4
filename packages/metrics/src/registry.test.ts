import { readdirSync } from 'node:fs';
import { QuorumError } from '@quorum/events';
import { expect, it } from 'vitest';
import type { AnyMetric } from './metric.js';
import { findMetric, metrics } from './registry.js';

const FOLDERS = ['folds', 'published', 'process', 'provenance', 'communication', 'interaction'];

it('lists every metric of its folders once', async () => {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(new URL(`./${folder}`, import.meta.url))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
      .map((file) => `./${folder}/${file}`),
  );
  const modules = (await Promise.all(files.map((file) => import(file)))) as Record<string, unknown>[];
  const written = modules.flatMap((module) => Object.values(module).filter(isMetric)).map(({ name }) => name);
  expect(written.length).toBeGreaterThan(40);
  expect(metrics.map((metric) => metric.name).sort()).toEqual(written.sort());
});

function isMetric(value: unknown): value is AnyMetric {
  return typeof value === 'object' && value !== null && 'page' in value && 'columns' in value;
}

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
