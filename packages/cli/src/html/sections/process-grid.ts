import { formatOptional } from '../../report/format-summary.js';
import { numericColumns } from '../../report/numeric-columns.js';
import { intervalChart } from '../charts/interval-chart.js';
import { intervalRow } from '../interval-row.js';
import { html, type Markup } from '../markup.js';
import type { PageKind } from '../page-data.js';
import type { MakeSection } from '../section.js';

/** Columns that say how a team worked, beyond those that the suite declares. */
const EXPLORATORY = [
  'attempts.successRate',
  'violations.participation',
  'violations.temporal',
  'thinking.chargedSeconds',
  'messages.sent',
] as const;

/** Small charts of one metric each: those that the suite declares, then exploratory ones. */
export const processGrid: MakeSection = async ({ kinds, report: { secondary } }) => {
  const exploratory = EXPLORATORY.filter((column) => !secondary.includes(column));
  const grids = kinds.map(async (kind): Promise<Markup> => {
    const shown = [...secondary, ...exploratory].filter((column) => !isZero(kind, column));
    const zero = [...secondary, ...exploratory].filter((column) => isZero(kind, column));
    const charts = shown.map((column) =>
      metricChart(kind, column, secondary.includes(column) ? 'secondary' : 'exploratory'),
    );
    return html`<h3>${kind.kind}</h3>
      <div class="grid">${await Promise.all(charts)}</div>
      ${zero.length > 0 ? html`<p class="count">Zero in every condition: ${zero.join(', ')}.</p>` : null}`;
  });
  return {
    id: 'process',
    title: 'Process',
    lead: 'How the teams worked. Secondary metrics are declared by the suite; exploratory ones are not, and show where to look, not what was found.',
    body: await Promise.all(grids),
  };
};

function isZero({ conditions }: PageKind, column: string): boolean {
  return conditions.every(({ row }) => row.columns[column]?.mean === 0);
}

async function metricChart({ conditions }: PageKind, column: string, role: string): Promise<Markup | null> {
  const rows = conditions.flatMap(({ label, row }) => {
    const summary = row.columns[column];
    return summary === undefined ? [] : intervalRow(label, summary, formatOptional(summary.mean));
  });
  if (rows.length === 0) return null;
  const known = numericColumns.find(({ name }) => name === column);
  const unit = known === undefined || known.unit === '1' ? '' : `, ${known.unit}`;
  const chart = await intervalChart(rows, { title: `${column}${unit}`, width: 400 });
  return html`<figure>
    <figcaption>${known?.summary ?? column} <span class="count">${role}</span></figcaption>
    ${chart}
  </figure>`;
}
