import type { JsonObject } from '@quorum/events';
import { z } from 'zod';

/** Something with options: a scenario, a topology, a model. */
export interface Configurable {
  readonly name: string;
  readonly options: z.ZodType<JsonObject>;
}

/** An option, as its schema describes it. */
export interface DescribedOption {
  readonly name: string;
  readonly default: unknown;
  readonly summary: string;
}

/** The options of something with their defaults and descriptions, from its schema. */
export function describedOptions({ options }: Pick<Configurable, 'options'>): DescribedOption[] {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { default: value = null, description = '' } = typeof property === 'object' ? property : {};
    return { name, default: value, summary: description };
  });
}

/** Rows of a table of all options: each once, with what understands it. */
export function optionRows(items: readonly Configurable[]): string[][] {
  const rows = new Map<string, { option: DescribedOption; names: string[] }>();
  for (const item of items) {
    for (const option of describedOptions(item)) {
      const key = JSON.stringify(option);
      const row = rows.get(key) ?? { option, names: [] };
      rows.set(key, { option, names: [...row.names, item.name] });
    }
  }
  return [...rows.values()].map(({ option, names }) => [
    option.name,
    JSON.stringify(option.default),
    names.length === items.length ? 'all' : names.join(', '),
    option.summary,
  ]);
}
