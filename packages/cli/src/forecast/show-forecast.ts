import type { Terminal } from '../output/terminal.js';
import { textTable } from '../output/text-table.js';
import { formatDollars } from '../output/dollars.js';
import type { PricedForecast } from './priced-forecast.js';

const HEAD = ['condition', 'model', 'episodes', 'calls', 'input tokens', 'output tokens', 'thinking', 'US$'];

/** Prints a forecast and what it rests on; nothing where no language model would be asked. */
export function showForecast({ asOf, rows, total, unpriced }: PricedForecast, terminal: Terminal): void {
  if (rows.length === 0) return;
  const cells = rows.map((row) => [
    row.condition,
    row.model,
    `${row.episodes}`,
    `${row.calls}`,
    `${row.inputTokens}`,
    `${row.outputTokens}`,
    `${row.thinkingSeconds.toFixed(0)} s`,
    row.dollars === null ? '?' : formatDollars(row.dollars),
  ]);
  const { calls, inputTokens, outputTokens, dollars } = total;
  const sum = ['total', '', '', `${calls}`, `${inputTokens}`, `${outputTokens}`, '', formatDollars(dollars)];
  terminal.out('');
  terminal.out(`Forecast for language models, at prices of ${asOf}:`);
  terminal.out(textTable(HEAD, [...cells, sum], terminal.color));
  terminal.out('thinking: virtual time per episode, by the clock profile.');
  const bases = new Set(rows.map(({ basis }) => basis));
  if (bases.has('finished episodes')) {
    terminal.out('Conditions with finished episodes go by their mean.');
  }
  if (bases.has('stand-in')) {
    terminal.out(
      'Others go by one episode that the rule-based stand-in plays in place of the model, with the very',
    );
    terminal.out(
      'prompts. Language models write more, and thinking ones several times as much: set --max-cost.',
    );
  }
  for (const model of unpriced) {
    terminal.out(`No price is known for ${model}: it is not in the total. Give one with --prices.`);
  }
}
