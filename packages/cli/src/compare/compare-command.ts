import { QuorumError } from '@quorum/events';
import type { Terminal } from '../output/terminal.js';
import { numericColumns } from '../report/numeric-columns.js';
import { compareSides } from './compare-sides.js';
import { pairConditions } from './pair-conditions.js';
import { showComparison } from './show-comparison.js';
import { readSide, type Side } from './side.js';

/** Options of `quorum compare`, as the command line gives them. */
export interface CompareOptions {
  /** Column to compare in; the primary metric of the runs where left out. */
  readonly metric?: string;
  readonly allowDifferences: boolean;
  readonly json: boolean;
}

/** `quorum compare`: two runs, or two conditions, seed by seed. */
export function compareCommand(
  nameA: string,
  nameB: string,
  options: CompareOptions,
  terminal: Terminal,
): void {
  const [a, b] = [readSide(nameA), readSide(nameB)];
  const metric = metricOf(a, b, options.metric);
  const pairing = pairConditions(a, b, options.allowDifferences);
  const shown = [a.run.manifest.primary, ...a.run.manifest.secondary];
  const columns = options.json ? numericColumns.map(({ name }) => name) : shown;
  const others = [...new Set(columns)].filter((name) => name !== metric);
  const pairs = compareSides({ a, b }, pairing, { metric, others });
  showComparison({ a, b, axis: pairing.axis, metric, pairs }, options.json, terminal);
}

/** @throws QuorumError `UNKNOWN_NAME`, or `USAGE` when the runs have different primary metrics and none is named */
function metricOf(a: Side, b: Side, named: string | undefined): string {
  if (named !== undefined) {
    if (numericColumns.some(({ name }) => name === named)) return named;
    throw new QuorumError('UNKNOWN_NAME', `There is no metric column "${named}".`, {
      fix: '`quorum list metrics` shows all; docs/metrics.md says what they mean.',
    });
  }
  const [primary, other] = [a.run.manifest.primary, b.run.manifest.primary];
  if (primary === other) return primary;
  throw new QuorumError('USAGE', `The primary metrics differ: ${primary} and ${other}.`, {
    fix: `name the one to compare in, such as --metric ${primary}.`,
  });
}
