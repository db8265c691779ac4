import type { TopLevelSpec } from 'vega-lite';
import { Markup } from '../markup.js';

/** The rest of a chart's specification is the same for all of them. */
export type ChartSpec = Omit<TopLevelSpec, '$schema' | 'background' | 'config'>;

const CONFIG = {
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelFontSize: 11,
    titleFontSize: 11,
    titleFontWeight: 'normal',
    labelColor: '#374151',
    titleColor: '#374151',
    gridColor: '#e5e7eb',
    domainColor: '#9ca3af',
    tickColor: '#9ca3af',
  },
  legend: { labelFontSize: 11, titleFontSize: 11, labelLimit: 200 },
} as const;

/**
 * Draws a Vega-Lite chart as SVG that shrinks with the page.
 * @param label what it shows, for readers who do not see it
 */
export async function drawChart(spec: ChartSpec, label: string): Promise<Markup> {
  // A second of loading that no other command should wait for.
  const [{ parse, View }, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const whole = { padding: 4, ...spec, background: null, config: CONFIG } as unknown as TopLevelSpec;
  const view = new View(parse(compile(whole).spec), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  const text = label.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return new Markup(svg.replace('<svg ', `<svg role="img" aria-label="${text}" `));
}
