import { toCsv } from '../output/csv.js';
import type { Report } from './report.js';

/** The report as a table for other programs: one row per condition, numbers unrounded. */
export function reportCsv({ suite, primary, secondary, conditions }: Report): string {
  const metrics = [primary, ...secondary];
  const head = [
    ...[
      'suite',
      'condition',
      'scenario',
      'options',
      'agents',
      'team',
      'model_kind',
      'privileged',
      'structure',
    ],
    ...['clock_mode', 'clock_profile', 'time_scale', 'planned', 'completed', 'failed'],
    ...metrics.flatMap((name) =>
      ['seeds', 'episodes', 'mean', 'low', 'high', 'sd'].map((part) => `${name}.${part}`),
    ),
    'normalised',
  ];
  const rows = conditions.map((row) => [
    ...[suite, row.fingerprint, row.scenario, JSON.stringify(row.options), row.agents, row.team.join('+')],
    ...[row.modelKind, String(row.privileged), row.structure],
    ...[
      row.clock.mode,
      row.clock.profile,
      row.clock.timeScale,
      row.planned,
      row.statuses.completed,
      row.excluded,
    ],
    ...metrics.flatMap((name) => {
      const summary = row.columns[name];
      const { seeds = 0, episodes = 0, mean = null, sd = null, interval = null } = summary ?? {};
      return [seeds, episodes, mean, interval?.low ?? null, interval?.high ?? null, sd];
    }),
    typeof row.normalised === 'string' ? row.normalised : (row.normalised?.mean ?? null),
  ]);
  return toCsv(head, rows);
}
