import type { Json } from '@quorum/events';

/** JSON text in which equal values are equal texts: keys in the order of their code units, absent ones left out. */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join()}]`;
  const fields = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, field]) =>
      field === undefined ? [] : [`${JSON.stringify(name)}:${canonicalJson(field)}`],
    );
  return `{${fields.join()}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
