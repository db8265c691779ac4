import { INK, PALETTE } from './charts/colors.js';
import { stackedChart } from './charts/stacked-chart.js';
import { colorKey } from './color-key.js';
import { html, type Markup } from './markup.js';
import type { PageKind } from './page-data.js';
import { sharesOf } from './shares.js';

/** What the bars of a figure are made of. */
interface Stack<P extends string> {
  /** Of the axis. */
  readonly title: string;
  readonly parts: readonly P[];
  readonly nameOf: (part: P) => string;
  readonly read: (metrics: Readonly<Record<string, unknown>>) => Readonly<Record<P, number>> | undefined;
}

/** A key of the parts, and a figure for each kind of model: one bar a condition, cut into parts. */
export async function stackedFigures<P extends string>(
  kinds: readonly PageKind[],
  { title, parts, nameOf, read }: Stack<P>,
): Promise<Markup[]> {
  const figures = kinds.map(async ({ kind, conditions }) => {
    const rows = conditions.flatMap((condition) => sharesOf(condition, parts, read));
    if (rows.length === 0) return null;
    const named = rows.map(({ label, shares }) => ({
      label,
      shares: Object.fromEntries(parts.map((part) => [nameOf(part), shares[part] ?? 0])),
    }));
    return html`<figure>
      <figcaption>${kind}</figcaption>
      ${await stackedChart(named, parts.map(nameOf), { title, width: 400 })}
    </figure>`;
  });
  const key = parts.map((part, i) => ({ name: nameOf(part), color: PALETTE[i] ?? INK }));
  return [colorKey(key), html`<div class="grid">${await Promise.all(figures)}</div>`];
}
