import type { FailuresResult, Finding } from '@quorum/metrics';
import { timelineChart } from '../charts/timeline-chart.js';
import { html, type Markup } from '../markup.js';
import type { PageCondition, PageEpisode } from '../page-data.js';
import type { MakeSection } from '../section.js';

/** Most findings that are told in words, per condition. */
const MOST_TOLD = 12;

/** When detectors found what, and the first findings in words. */
export const failuresSection: MakeSection = async ({ kinds }) => {
  const conditions = kinds.flatMap((kind) => kind.conditions);
  const found = conditions
    .map((condition) => ({ condition, findings: findingsOf(condition) }))
    .filter(({ findings }) => findings.length > 0);
  const clean = conditions.length - found.length;
  return {
    id: 'failures',
    title: 'Failures over time',
    lead: `What detectors found in the interaction graph (metric failures): a mark for each finding, one line a condition. ${clean} of ${conditions.length} conditions are free of findings.`,
    body: found.length === 0 ? [] : [await chart(found), ...found.map(told)],
  };
};

interface Located {
  readonly finding: Finding;
  readonly episode: PageEpisode;
}

interface Found {
  readonly condition: PageCondition;
  readonly findings: readonly Located[];
}

function findingsOf({ episodes }: PageCondition): Located[] {
  return episodes.flatMap((episode) =>
    ((episode.metrics['failures'] as FailuresResult | undefined)?.findings ?? []).map((finding) => ({
      finding,
      episode,
    })),
  );
}

async function chart(found: readonly Found[]): Promise<Markup> {
  const marks = found.flatMap(({ condition: { label }, findings }) =>
    findings.map(({ finding: { time, rule, severity } }) => ({ label, seconds: time / 1e6, rule, severity })),
  );
  return html`<figure class="wide timeline" tabindex="0" aria-label="Findings over time">
    ${await timelineChart(marks, { title: 'virtual seconds', width: 760 })}
  </figure>`;
}

function told({ condition: { label }, findings }: Found): Markup {
  const failures = findings.filter(({ finding }) => finding.severity === 'failure');
  const chosen = (failures.length > 0 ? failures : findings).slice(0, MOST_TOLD);
  return html`<details>
    <summary>
      ${label}
      <span class="count">failures ${failures.length}, warnings ${findings.length - failures.length}</span>
    </summary>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">seed</th>
            <th scope="col">second</th>
            <th scope="col">rule</th>
            <th scope="col">what was found</th>
            <th scope="col">log</th>
          </tr>
        </thead>
        <tbody>
          ${chosen.map(
            ({ finding: { time, rule, sentence }, episode: { seed, href } }) =>
              html`<tr>
                <td>${seed}</td>
                <td>${(time / 1e6).toFixed(1)}</td>
                <td>${rule}</td>
                <td class="long">${sentence}</td>
                <td><a href="${href}/events.jsonl">log</a></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${
      findings.length > chosen.length
        ? html`<p class="count">${findings.length - chosen.length} more in the metrics of the episodes.</p>`
        : null
    }
  </details>`;
}
