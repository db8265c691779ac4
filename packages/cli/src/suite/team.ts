import type { EpisodeHeader, ModelKind, SeatSpec } from '@quorum/events';

/** `3x greedy` for a team of one agent, `greedy+greedy+random` for a mixed one. */
export function teamLabel(team: readonly string[]): string {
  const [first = ''] = team;
  return team.every((name) => name === first) ? `${team.length}x ${first}` : team.join('+');
}

/** Model of a seat, or null where none thinks. */
function seatModel({ options }: SeatSpec): string | null {
  return typeof options['model'] === 'string' ? options['model'] : null;
}

/** The models of a team, each once. */
export function teamModels(header: EpisodeHeader): string[] {
  return [...new Set(header.team.map(seatModel).filter((model) => model !== null))];
}

/** Agent names in seat order, with their models where these differ within the team: `chat@openai:gpt-5-mini`. */
export function teamNames(header: EpisodeHeader): string[] {
  const differ = teamModels(header).length > 1;
  return header.team.map((seat) => {
    const model = seatModel(seat);
    return differ && model !== null ? `${seat.agent}@${model}` : seat.agent;
  });
}

/** The kinds of models in a team, each once: `scripted`. */
export function modelKinds(header: EpisodeHeader): ModelKind[] {
  return [...new Set(header.team.map(({ modelKind }) => modelKind))];
}
