import { formatOptional } from '../../report/format-summary.js';
import { reportTable } from '../../report/report-table.js';
import { intervalChart } from '../charts/interval-chart.js';
import { intervalRow } from '../interval-row.js';
import { html, type Markup } from '../markup.js';
import type { PageData, PageKind } from '../page-data.js';
import type { MakeSection } from '../section.js';

/** The primary metric as a picture for each kind of model, then the table of `quorum report`. */
export const summary: MakeSection = async (data) => ({
  id: 'summary',
  title: 'Summary',
  lead: `Primary metric of the suite: ${data.report.primary}. Dots are means; bands are 95 % intervals with seeds resampled as clusters, ticks are single values where there are too few seeds for an interval.`,
  body: [
    html`<div class="grid">
      ${await Promise.all(data.kinds.map((kind) => primaryChart(kind, data.report.primary)))}
    </div>`,
    table(data),
  ],
});

async function primaryChart({ kind, conditions }: PageKind, primary: string): Promise<Markup> {
  const rows = conditions.flatMap(({ label, row }) => {
    const summary = row.columns[primary];
    return summary === undefined ? [] : intervalRow(label, summary, formatOptional(summary.mean));
  });
  const chart = await intervalChart(rows, { title: primary, width: 400 });
  return html`<figure>
    <figcaption>${kind}</figcaption>
    ${chart}
  </figure>`;
}

function table({ report }: PageData): Markup {
  const { head, rows, legend } = reportTable(report);
  let number = 0;
  return html`<div class="wide" tabindex="0" role="region" aria-label="Summary table">
      <table>
        <thead>
          <tr>
            <th scope="col">no.</th>
            ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) =>
            row.length === 1 && head.length > 1
              ? html`<tr class="kind">
                  <th scope="rowgroup" colspan="${head.length + 1}">${row}</th>
                </tr>`
              : html`<tr>
                  <td>${(number += 1)}</td>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <ul class="legend">
      ${legend.map((line) => html`<li>${line}</li>`)}
    </ul>`;
}
