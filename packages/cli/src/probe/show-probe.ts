import { PROBE_VARIANTS } from '@quorum/agents';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import { displayPath } from '../system/paths.js';
import { summariseProbe, type ProbeResult } from './probe-result.js';

/** Prints what a probe says. */
export function showProbe(
  result: ProbeResult,
  { path, json }: { readonly path: string; readonly json: boolean },
  terminal: Terminal,
): void {
  const { head, answers } = result;
  const variants = summariseProbe(result);
  if (json) {
    terminal.out(JSON.stringify({ path, ...head, influence: variants.blank, variants, answers }, null, 2));
    return;
  }
  const { color } = terminal;
  const { seat, decision, tick, purpose, model, modelKind, repeats } = head;
  terminal.out(color.bold(`Decision ${decision} of seat ${seat} (${purpose}, tick ${tick})`));
  const kind = modelKind === 'stand-in' ? 'stand-in, no language model' : 'language model';
  terminal.out(`Answered by ${model} (${kind}), ${repeats} times for each variant.`);
  for (const line of head.told['as-is'] ?? []) terminal.out(color.dim(line));
  terminal.out('');
  const rows = PROBE_VARIANTS.map((variant) => {
    const actions = answers.filter((answer) => answer.variant === variant).map(({ action }) => action);
    if (variant === 'as-is') return [variant, '–', '–', '–', '–', mostFrequent(actions)];
    const { variation, nullMean, pValue, changed } = variants[variant];
    const numbers = [variation, nullMean, pValue, changed].map((value) => value.toFixed(3));
    return [variant, ...numbers, mostFrequent(actions)];
  });
  const columns = ['message', 'variation', 'by chance', 'p', 'changed', 'decides most often'];
  terminal.out(textTable(columns, rows, color));
  terminal.out('');
  for (const line of LEGEND) terminal.out(color.dim(line));
  terminal.note(`Written: ${displayPath(path)}`);
}

const LEGEND = [
  'variation: total variation between the decisions and those upon the message as it was; that of blank is its influence.',
  'by chance: its mean when answers are dealt out at random; p: share of deals with at least as much.',
  'changed: repeats that decide otherwise. paraphrased says the same: what it changes is noise.',
];

/** `plan b1/left: moveToFace push (7 of 8)` */
function mostFrequent(actions: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const action of actions) counts.set(action, (counts.get(action) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first === undefined ? '–' : `${first[0]} (${first[1]} of ${actions.length})`;
}
