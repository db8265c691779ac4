import { columnOf } from '@quorum/metrics';
import { formatNumber } from '../../report/format-summary.js';
import { html, type Markup } from '../markup.js';
import type { PageCondition } from '../page-data.js';
import type { MakeSection } from '../section.js';

/** Every episode with its score and the way to its log. */
export const episodes: MakeSection = ({ kinds, report: { primary } }) => {
  const read = columnOf(primary);
  const list = ({ label, finished }: PageCondition): Markup =>
    html`<details>
      <summary>${label} <span class="count">${finished.length} episodes</span></summary>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">seed</th>
              <th scope="col">repeat</th>
              <th scope="col">status</th>
              <th scope="col">${primary}</th>
              <th scope="col">files</th>
            </tr>
          </thead>
          <tbody>
            ${finished.map(({ seed, repeat, status, href, metrics }) => {
              const value = read(metrics);
              return html`<tr>
                <td>${seed}</td>
                <td>${repeat}</td>
                <td>${status}</td>
                <td>${typeof value === 'number' ? formatNumber(value) : '–'}</td>
                <td><a href="${href}/events.jsonl">log</a> <a href="${href}/metrics.json">metrics</a></td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
      <p class="command">quorum explain ${'<run>'}/${finished[0]?.path ?? ''}</p>
    </details>`;
  return Promise.resolve({
    id: 'episodes',
    title: 'Episodes',
    lead: 'The logs lie beside this page; the command below each list says of an episode what went wrong and why.',
    body: kinds.flatMap(({ conditions }) => conditions.map(list)),
  });
};
