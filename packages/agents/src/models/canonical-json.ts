import type { Json } from '@quorum/events';

/** JSON text in which equal values are equal texts: keys in the order of their code units, absent ones left out. */
export function canonicalJson(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join()}]`;
  const fields: string[] = [];
  for (const name of Object.keys(value).sort(byCodeUnits)) {
    const field = value[name];
    if (field !== undefined) fields.push(`${JSON.stringify(name)}:${canonicalJson(field)}`);
  }
  return `{${fields.join()}}`;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : 1);

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
