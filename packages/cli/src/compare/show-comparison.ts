import { formatMean, formatOptional } from '../report/format-summary.js';
import { differenceCells, differenceHead, familyLegend } from '../report/family-table.js';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import { conditionColumns } from '../suite/condition-columns.js';
import { differenceLabel } from '../suite/difference-label.js';
import type { ComparedPair } from './compare-sides.js';
import type { Side } from './side.js';

/** What a comparison found. */
export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  /** What the two of each pair differ in; null for several things. */
  readonly axis: string | null;
  readonly metric: string;
  readonly pairs: readonly ComparedPair[];
}

/** Prints a comparison on stdout. */
export function showComparison(comparison: Comparison, json: boolean, terminal: Terminal): void {
  if (json) {
    const { a, b, axis, metric, pairs } = comparison;
    const shown = { a: a.name, b: b.name, axis, metric, leftOut: leftOut(comparison), pairs };
    terminal.out(JSON.stringify(shown, null, 2));
    return;
  }
  showText(comparison, terminal);
}

/** Conditions without a partner on the other side, by number. */
function leftOut({ a, b, pairs }: Comparison): { readonly a: number; readonly b: number } {
  return { a: a.conditions.length - pairs.length, b: b.conditions.length - pairs.length };
}

function showText(comparison: Comparison, terminal: Terminal): void {
  const { a, b, axis, metric, pairs } = comparison;
  const { dim, bold, yellow } = terminal.color;
  terminal.out(bold(`${metric}: ${a.name} − ${b.name}`));
  terminal.out(axisLine(axis));
  const { columns: identity, shared } = conditionColumns(pairs.map((pair) => pair.a));
  const others = Object.keys(pairs[0]?.others ?? {});
  const head = [
    ...identity.map((column) => column.head),
    'compared with',
    'mean A',
    'mean B',
    ...differenceHead,
  ];
  terminal.out('');
  terminal.out(
    textTable(
      head,
      pairs.map((pair) => [
        ...identity.map(({ cell }) => cell(pair.a)),
        differenceLabel(pair.b, pair.a),
        ...[pair.a, pair.b].map(({ summary }) => formatOptional(summary.mean)),
        ...differenceCells(pair.difference),
      ]),
      terminal.color,
    ),
  );
  terminal.out('');
  if (shared.length > 0) terminal.out(dim(`All rows: ${shared.join('; ')}.`));
  for (const line of familyLegend(pairs.map(({ difference }) => difference))) terminal.out(dim(line));
  if (pairs.some(kindsDiffer)) {
    terminal.out(yellow('The sides have different kinds of models: such a difference is no ranking.'));
  }
  const { a: lostA, b: lostB } = leftOut(comparison);
  if (lostA + lostB > 0) {
    terminal.out(yellow(`Without a partner, left out: ${lostA} conditions of A, ${lostB} of B.`));
  }
  if (others.length === 0) return;
  terminal.out('');
  terminal.out(bold('Exploratory: the same difference in other metrics, not corrected'));
  terminal.out(
    textTable(
      [...identity.map((column) => column.head), 'compared with', ...others],
      pairs.map((pair) => [
        ...identity.map(({ cell }) => cell(pair.a)),
        differenceLabel(pair.b, pair.a),
        ...others.map((name) => otherLabel(pair.others[name])),
      ]),
      terminal.color,
    ),
  );
}

function axisLine(axis: string | null): string {
  if (axis === 'nothing') return 'The conditions are the same.';
  if (axis === null)
    return 'The conditions differ in several things: the difference cannot be put down to one.';
  return `The conditions differ in: ${axis}.`;
}

function kindsDiffer({ a, b }: ComparedPair): boolean {
  return a.modelKind !== b.modelKind;
}

function otherLabel(difference: ComparedPair['others'][string] | undefined): string {
  return difference === undefined ? '–' : formatMean(difference);
}
