/** Stands for nothing to say in a table. */
export const NONE = '-';

/** `sightMeters=5 noise=0.1`, or a dash where no option is set. */
export function optionsLabel(options: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(options).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return parts.length === 0 ? NONE : parts.join(' ');
}
