import type { EpisodeHeader, ModelKind } from '@quorum/events';

/** `3x greedy` for a team of one agent, `greedy+greedy+random` for a mixed one. */
export function teamLabel(team: readonly string[]): string {
  const [first = ''] = team;
  return team.every((name) => name === first) ? `${team.length}x ${first}` : team.join('+');
}

/** Agent names in seat order. */
export function teamNames(header: EpisodeHeader): string[] {
  return header.team.map(({ agent }) => agent);
}

/** The kinds of models in a team, each once: `scripted`. */
export function modelKinds(header: EpisodeHeader): ModelKind[] {
  return [...new Set(header.team.map(({ modelKind }) => modelKind))];
}

/** Stands for nothing to say in a table. */
export const NONE = '-';

/** `sightMeters=5 noise=0.1`, or a dash when a suite sets no option. */
export function optionsLabel(options: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(options).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return parts.length === 0 ? NONE : parts.join(' ');
}
