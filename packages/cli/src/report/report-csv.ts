import { toCsv, type CsvValue } from '../output/csv.js';
import { structureParts } from '../suite/structure-parts.js';
import type { ComparisonReport } from './comparison-report.js';
import type { ConditionReport } from './condition-report.js';
import type { Report } from './report.js';

/** Columns of the comparison of a condition along an axis. */
const DIFFERENCE_PARTS = ['baseline', 'seeds', 'difference', 'low', 'high', 'p', 'p_holm'];

/** The report as a table for other programs: one row per condition, numbers unrounded. */
export function reportCsv({ suite, primary, secondary, conditions, comparisons }: Report): string {
  const metrics = [primary, ...secondary];
  const axes = [...new Set(comparisons.map(({ axis }) => axis))];
  const head = [
    ...['suite', 'condition', 'scenario', 'options', 'agents', 'team', 'model', 'model_kind', 'privileged'],
    ...['structure', 'topology', 'protocol', 'channel', 'communication', 'agent_options', 'model_options'],
    ...['clock_mode', 'clock_profile', 'time_scale', 'deadline_seconds'],
    ...['planned', 'completed', 'failed', 'agent_error', 'model_error', 'model_budget', 'clock_estimated'],
    ...metrics.flatMap((name) =>
      ['seeds', 'episodes', 'mean', 'low', 'high', 'sd'].map((part) => `${name}.${part}`),
    ),
    'normalised',
    ...axes.flatMap((axis) => DIFFERENCE_PARTS.map((part) => `compare.${axis}.${part}`)),
  ];
  const rows = conditions.map((row) => [
    ...[suite, row.fingerprint, row.scenario, JSON.stringify(row.options), row.agents, row.team.join('+')],
    ...[row.models.join('+'), row.modelKind, String(row.privileged)],
    ...partLabels(row),
    ...[row.communication, JSON.stringify(row.agentOptions), JSON.stringify(row.modelOptions)],
    ...[row.clock.mode, row.clock.profile, row.clock.timeScale],
    ...[row.deadlineMicros === null ? null : row.deadlineMicros / 1_000_000],
    ...[row.planned, row.statuses.completed, row.excluded, row.statuses.agent_error],
    ...[row.statuses.model_error, row.statuses.model_budget, row.clockEstimated],
    ...metrics.flatMap((name) => {
      const summary = row.columns[name];
      const { seeds = 0, episodes = 0, mean = null, sd = null, interval = null } = summary ?? {};
      return [seeds, episodes, mean, interval?.low ?? null, interval?.high ?? null, sd];
    }),
    typeof row.normalised === 'string' ? row.normalised : (row.normalised?.mean ?? null),
    ...axes.flatMap((axis) =>
      differenceParts(
        comparisons.find(({ axis: along, condition }) => along === axis && condition === row.fingerprint),
      ),
    ),
  ]);
  return toCsv(head, rows);
}

/** Empty for a condition that is compared with none. */
function differenceParts(comparison: ComparisonReport | undefined): CsvValue[] {
  if (comparison === undefined) return DIFFERENCE_PARTS.map(() => null);
  const { baseline, seeds, mean, interval, pValue, pHolm } = comparison;
  return [baseline, seeds, mean, interval?.low ?? null, interval?.high ?? null, pValue, pHolm];
}

function partLabels(row: ConditionReport): string[] {
  const { topology, protocol, channel } = structureParts(row);
  return [row.structure, topology.label, protocol.label, channel.label];
}
