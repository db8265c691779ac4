import { metricDescriptions, type MetricDescription } from '@quorum/metrics';

type ColumnDescription = MetricDescription['columns'][number];

/** The metric columns that have a mean; columns of words (`duration.status`) have none. */
export const numericColumns: readonly ColumnDescription[] = metricDescriptions
  .flatMap(({ columns }) => columns)
  .filter(({ unit }) => unit !== 'word');
