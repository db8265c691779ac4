import type { Scenario } from '@quorum/env';
import { z } from 'zod';

/** An option of a scenario. */
export interface ScenarioOption {
  readonly name: string;
  readonly default: unknown;
  readonly summary: string;
}

/** The options of a scenario with their defaults and descriptions, from its schema. */
export function scenarioOptions({ options }: Scenario): ScenarioOption[] {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { default: value = null, description = '' } = typeof property === 'object' ? property : {};
    return { name, default: value, summary: description };
  });
}

/** Rows of a table of all options: each once, with the scenarios that understand it. */
export function optionRows(scenarios: readonly Scenario[]): string[][] {
  const rows = new Map<string, { option: ScenarioOption; scenarios: string[] }>();
  for (const scenario of scenarios) {
    for (const option of scenarioOptions(scenario)) {
      const key = JSON.stringify(option);
      const row = rows.get(key) ?? { option, scenarios: [] };
      rows.set(key, { option, scenarios: [...row.scenarios, scenario.name] });
    }
  }
  return [...rows.values()].map(({ option, scenarios: names }) => [
    option.name,
    JSON.stringify(option.default),
    names.length === scenarios.length ? 'all' : names.join(', '),
    option.summary,
  ]);
}
