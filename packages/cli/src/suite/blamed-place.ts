import type { Places } from './axes.js';
import type { FieldPath } from './suite-source.js';

/** Fields whose parts may be the reason for a refusal, the likeliest first. What a suite leaves out has no place. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  protocol: ['protocol', 'topology', 'channel', 'structure'],
  topology: ['topology', 'structure'],
  channel: ['channel', 'structure'],
  team: ['team'],
};

/**
 * Where the mistake stands that a message of the cognitive layer is about: `protocol: … contradicts …`. Messages begin
 * with the field; the scenario is blamed for all that is about none.
 */
export function blamedPlace(message: string, places: Places): FieldPath {
  const field = /^([a-zA-Z]+(?:\.[a-zA-Z]+)*)\b.*?:/.exec(message)?.[1] ?? '';
  const [first = ''] = field.split('.');
  const exact = places[field];
  if (exact !== undefined) return exact;
  for (const reason of REASONS[first] ?? [first]) {
    const found = Object.entries(places).find(([name]) => name === reason || name.startsWith(`${reason}.`));
    if (found !== undefined) return found[1];
  }
  return places['scenario'] ?? [];
}
