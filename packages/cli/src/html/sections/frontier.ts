import { frontierChart } from '../charts/frontier-chart.js';
import type { FrontierPoint } from '../charts/pareto-frontier.js';
import { html, type Markup } from '../markup.js';
import type { PageCondition, PageKind } from '../page-data.js';
import type { MakeSection } from '../section.js';

/** What an episode costs, in the units of the report's columns. */
const COSTS = [
  { column: 'models.inputTokens', title: 'input tokens per episode' },
  { column: 'models.outputTokens', title: 'output tokens per episode' },
  { column: 'duration.virtualSeconds', title: 'virtual seconds per episode' },
] as const;

/** Score against what it cost, one chart for each kind of model and cost. */
export const frontier: MakeSection = async ({ kinds, report: { primary } }) => ({
  id: 'frontier',
  title: 'Score and cost',
  lead: 'Each number is a condition of the summary. The dashed line joins those that no other condition of the same kind beats in both score and cost.',
  body: [
    html`<div class="grid">
      ${await Promise.all(
        kinds.flatMap((kind) => COSTS.map(({ column, title }) => costChart(kind, primary, column, title))),
      )}
    </div>`,
  ],
});

async function costChart(
  { kind, conditions }: PageKind,
  primary: string,
  column: string,
  title: string,
): Promise<Markup | null> {
  const points = conditions.flatMap((condition) => pointOf(condition, primary, column));
  if (points.every(({ cost }) => cost === 0)) return null;
  const chart = await frontierChart(points, { score: primary, cost: title, width: 400 });
  return html`<figure>
    <figcaption>${kind}</figcaption>
    ${chart}
  </figure>`;
}

function pointOf({ number, row }: PageCondition, primary: string, column: string): FrontierPoint[] {
  const summary = row.columns[primary];
  const score = summary?.mean ?? null;
  const cost = row.columns[column]?.mean ?? null;
  if (score === null || cost === null) return [];
  const { low = score, high = score } = summary?.interval ?? {};
  return [{ number, score, cost, low, high }];
}
