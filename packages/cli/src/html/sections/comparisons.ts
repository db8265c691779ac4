import { furtherTables } from '../../report/further-tables.js';
import type { ReportPart } from '../../report/report-table.js';
import { html, type Markup } from '../markup.js';
import type { MakeSection } from '../section.js';

/** What the suite compares, what talk is worth, and what probed messages changed: the tables of `quorum report`. */
export const comparisons: MakeSection = ({ report }) => {
  const parts = furtherTables(report);
  if (parts.length === 0) return Promise.resolve(null);
  return Promise.resolve({
    id: 'comparisons',
    title: 'Comparisons',
    lead: 'Differences are paired by seed.',
    body: parts.map(partTable),
  });
};

function partTable({ title, head, rows, legend }: ReportPart): Markup {
  return html`<h3>${title}</h3>
    <div class="wide">
      <table>
        <thead>
          <tr>
            ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
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
