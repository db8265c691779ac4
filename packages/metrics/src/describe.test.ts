import { expect, it } from 'vitest';
import { describeMetrics, metricDescriptions } from './describe.js';
import { metricColumns } from './flatten.js';

// After a change: npx vitest run packages/metrics/src/describe.test.ts -u
it('is what docs/metrics.md says', async () => {
  await expect(describeMetrics()).toMatchFileSnapshot('../../../docs/metrics.md');
});

it('describes every column, as JSON', () => {
  expect(metricDescriptions.flatMap((metric) => metric.columns.map((column) => column.name))).toEqual(
    metricColumns,
  );
  expect(JSON.parse(JSON.stringify(metricDescriptions))).toEqual(metricDescriptions);
});
