import type { JsonObject } from '@quorum/events';
import { z } from 'zod';

/** An option, as its schema describes it. */
export interface DescribedOption {
  readonly name: string;
  readonly default: unknown;
  readonly summary: string;
}

/** The options that a schema knows, with their defaults and descriptions. */
export function describedOptions(schema: z.ZodType<JsonObject>): DescribedOption[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(properties).map(([name, property]) => {
    const { default: value = null, description = '' } = typeof property === 'object' ? property : {};
    return { name, default: value, summary: description };
  });
}

/** Rows of a table of all options: each once, with what understands it. */
export function optionRows(
  items: readonly { readonly name: string; readonly options: readonly DescribedOption[] }[],
): string[][] {
  const rows = new Map<string, { option: DescribedOption; names: string[] }>();
  for (const { name, options } of items) {
    for (const option of options) {
      const key = JSON.stringify(option);
      const row = rows.get(key) ?? { option, names: [] };
      rows.set(key, { option, names: [...row.names, name] });
    }
  }
  return [...rows.values()].map(({ option, names }) => [
    option.name,
    JSON.stringify(option.default),
    knownBy(
      names,
      items.map((item) => item.name),
    ),
    option.summary,
  ]);
}

/** The shorter way to say which of `all` are meant. */
function knownBy(names: readonly string[], all: readonly string[]): string {
  if (names.length === all.length) return 'all';
  const others = all.filter((name) => !names.includes(name));
  return names.length > 2 && others.length === 1 ? `all but ${others.join()}` : names.join(', ');
}
