import type { EpisodeHeader } from '@quorum/events';

/** True, or why agents cannot say anything to each other. */
export function needsTalk({ team, topology }: Pick<EpisodeHeader, 'team' | 'topology'>): true | string {
  if (team.length < 2) return 'a team of one has nobody to talk to';
  return topology.name === 'none' ? 'nobody can talk: the topology is none' : true;
}

/** True, or why messages do not say what they are about: free text is never interpreted. */
export function needsSpeechActs(header: Pick<EpisodeHeader, 'team' | 'topology' | 'channel'>): true | string {
  const talk = needsTalk(header);
  if (talk !== true) return talk;
  return header.channel['form'] === 'free' ? 'messages are free text, which is not interpreted' : true;
}

/** True, or why no agents can get in each other's way. */
export function needsTeam({ team }: Pick<EpisodeHeader, 'team'>): true | string {
  return team.length < 2 ? 'a team of one shares its work with nobody' : true;
}
