import { FOLLOW_SECONDS, followRates, mergeFiveWs, type FiveWs } from '@quorum/metrics';
import { formatOptional } from '../../report/format-summary.js';
import { matrixChart } from '../charts/matrix-chart.js';
import { html, type Markup } from '../markup.js';
import type { PageCondition } from '../page-data.js';
import type { MakeSection } from '../section.js';

/** Who talked with whom, what about, when, why, and what followed: for each condition that talks. */
export const fiveWsSection: MakeSection = async ({ kinds }) => {
  const talking = kinds.flatMap(({ conditions }) => conditions).flatMap(merged);
  if (talking.length === 0) return null;
  return {
    id: 'five-ws',
    title: 'Who, what, when, why',
    lead: `Messages of all episodes of a condition. What followed within ${FOLLOW_SECONDS} s is told beside how often the same happened in ${FOLLOW_SECONDS} s without a message, none having come in the ${FOLLOW_SECONDS} s before either: “followed by” is no effect.`,
    body: await Promise.all(talking.map(({ label, ws }) => conditionPart(label, ws))),
  };
};

function merged({ label, episodes }: PageCondition): { label: string; ws: FiveWs }[] {
  const results = episodes.flatMap(({ metrics }) => (metrics['five-ws'] as FiveWs | undefined) ?? []);
  const ws = mergeFiveWs(results);
  return ws.messages > 0 ? [{ label, ws }] : [];
}

async function conditionPart(label: string, ws: FiveWs): Promise<Markup> {
  const cells = ws.who.flatMap((row, from) => row.map((count, to) => ({ from, to, count })));
  const chart = await matrixChart(cells, `${label}: messages from agent to agent`);
  return html`<h3>${label} <span class="count">${ws.messages} messages in ${ws.episodes} episodes</span></h3>
    <div class="parts">
      <figure>
        <figcaption>who with whom (copies sent)</figcaption>
        ${chart}
      </figure>
      <div class="wide">${kindTable(ws)}</div>
      <div class="wide">${followTable(ws)}</div>
    </div>`;
}

function kindTable({ what, when, why }: FiveWs): Markup {
  const kinds = Object.keys(when) as (keyof typeof when)[];
  return html`<table>
    <caption>
      what, when, why
    </caption>
    <thead>
      <tr>
        <th scope="col">speech act</th>
        <th scope="col">tasks most</th>
        <th scope="col">first, second, last third</th>
        <th scope="col">triggered by</th>
      </tr>
    </thead>
    <tbody>
      ${kinds.map(
        (kind) =>
          html`<tr>
            <td>${kind}</td>
            <td class="long">${most(what[kind] ?? {}, 3)}</td>
            <td>${(when[kind] ?? []).join(', ')}</td>
            <td class="long">${most(why[kind] ?? {}, 2)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function followTable({ followed }: FiveWs): Markup {
  const rates = followRates(followed);
  return html`<table>
    <caption>
      what followed a message
    </caption>
    <thead>
      <tr>
        <th scope="col">step</th>
        <th scope="col">after a message</th>
        <th scope="col">without one</th>
        <th scope="col">ratio</th>
      </tr>
    </thead>
    <tbody>
      ${Object.entries(rates).map(
        ([step, { rate, baseRate: base, lift }]) =>
          html`<tr>
            <td>${step === 'planChange' ? 'plan change' : step}</td>
            <td>${formatOptional(rate)}</td>
            <td>${formatOptional(base)}</td>
            <td>${formatOptional(lift)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The greatest counts, in words. */
function most(counts: Readonly<Record<string, number>>, shown: number): string {
  const sorted = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a);
  const rest = sorted.length - shown;
  const named = sorted.slice(0, shown).map(([name, count]) => `${name} ${count}`);
  return [...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
