import type { Json } from '@quorum/events';

/** A deep copy by way of JSON text. */
export function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Where and why a value is not plain JSON, or null: what JSON text would drop or change. */
export function findNonJson(value: unknown, path = ''): string | null {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return null;
  if (typeof value === 'number') {
    return Number.isFinite(value) ? null : `${path || 'the value'} is ${value}`;
  }
  if (typeof value !== 'object') return `${path || 'the value'} is of type ${typeof value}`;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) {
    return `${path || 'the value'} is not a plain object`;
  }
  for (const [key, part] of Object.entries(value)) {
    const problem = findNonJson(part, path ? `${path}.${key}` : key);
    if (problem !== null) return problem;
  }
  return null;
}

/** JSON text that does not depend on the order of keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: Json) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
