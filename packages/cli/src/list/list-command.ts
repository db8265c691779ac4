import { builtIn } from '@quorum/agents';
import { metricDescriptions } from '@quorum/metrics';
import { textTable } from '../output/text-table.js';
import type { Terminal } from '../output/terminal.js';
import { optionRows, scenarioOptions } from './scenario-options.js';
import { listSuites } from './list-suites.js';

/** What can be listed. */
export type ListKind = 'scenarios' | 'agents' | 'structures' | 'clocks' | 'metrics' | 'suites';

/** `quorum list`: what suites can name, with a line about each. */
export function listCommand(kind: ListKind, { json }: { json: boolean }, terminal: Terminal): void {
  const entries = entriesOf(kind);
  if (json) {
    terminal.out(JSON.stringify(entries, null, 2));
    return;
  }
  if (entries.length === 0) {
    terminal.out(`no ${kind}`);
    return;
  }
  const head = Object.keys(entries[0] ?? {}).filter((key) => key !== 'options');
  const rows = entries.map((entry) => head.map((key) => String(entry[key])));
  terminal.out(textTable(head, rows, terminal.color));
  if (kind !== 'scenarios') return;
  terminal.out('');
  const optionHead = ['option', 'default', 'of', 'meaning'];
  terminal.out(textTable(optionHead, optionRows(builtIn.scenarios), terminal.color));
}

function entriesOf(kind: ListKind): readonly Readonly<Record<string, unknown>>[] {
  switch (kind) {
    case 'scenarios':
      return builtIn.scenarios.map((scenario) => ({
        name: scenario.name,
        seats: `${scenario.seats.min}-${scenario.seats.max}`,
        summary: scenario.summary,
        options: scenarioOptions(scenario),
      }));
    case 'agents':
      return builtIn.agents.map(({ name, modelKind, privileged, summary }) => ({
        name,
        kind: privileged ? `${modelKind}, privileged` : modelKind,
        summary,
      }));
    case 'structures':
      return builtIn.structures.map(({ name, summary }) => ({ name, summary }));
    case 'clocks':
      return builtIn.clockProfiles.map(({ name, summary }) => ({ name, summary }));
    case 'metrics':
      return metricDescriptions.flatMap(({ version, columns }) =>
        columns.map(({ name, unit, range, summary }) => ({ name, version, unit, range, summary })),
      );
    case 'suites':
      return listSuites();
  }
}
