type Versions = Readonly<Record<string, string>>;

/** `agent.greedy 1 -> 2, loop 3 -> none`; empty when all versions agree. */
export function versionDifferences(before: Versions, now: Versions): string {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => before[name] !== now[name])
    .map((name) => `${name} ${before[name] ?? 'none'} -> ${now[name] ?? 'none'}`)
    .join(', ');
}
