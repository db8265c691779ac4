/** Text of `metrics.json`: fold results by fold name. */
export function metricsText(results: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify(results, null, 2)}\n`;
}
