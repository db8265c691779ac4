import type { PartSpec } from '@quorum/events';

/** Stands for nothing to say in a table. */
export const NONE = '-';

/** `sightMeters=5 noise=0.1`, or a dash where no option is set. */
export function optionsLabel(options: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(options).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return parts.length === 0 ? NONE : parts.join(' ');
}

/** `mute seat=1`, or a dash for nothing. */
export function additionLabel(part: PartSpec | null): string {
  if (part === null) return NONE;
  const options = optionsLabel(part.options);
  return options === NONE ? part.name : `${part.name} ${options}`;
}
