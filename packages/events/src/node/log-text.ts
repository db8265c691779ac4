import type { EpisodeHeader } from '../log/header.js';

/** Lower-case hex digits of a digest. */
export const DIGEST_LENGTH = 64;

/** What stands before and after the digest on a line that carries one; the digest is its last field. */
export const BEFORE_DIGEST = ',"digest":"';
export const AFTER_DIGEST = '"}';

/** How every header line begins, whatever the version of the format. */
export const HEADER_START = '{"format":"';

/** The event types that carry a digest of all bytes before it. */
export function carriesDigest(type: string): type is 'world.hash' | 'episode.ended' {
  return type === 'world.hash' || type === 'episode.ended';
}

/** The first line of a log, with its keys in one fixed order so that equal headers give equal bytes. */
export function headerLine(header: EpisodeHeader): string {
  const { format, scenario, options, seed, repeat, team, structure, clock, ...rest } = header;
  const { topology, protocol, channel, horizonTicks, deadlineMicros, limits, versions } = rest;
  // Absent parts are undefined, which JSON leaves out.
  const { fault, healing, repair } = rest;
  return `${JSON.stringify({
    format,
    scenario,
    options,
    seed,
    repeat,
    team: team.map((seat) => ({ agent: seat.agent, modelKind: seat.modelKind, options: seat.options })),
    structure,
    topology,
    protocol,
    channel,
    clock: { mode: clock.mode, profile: clock.profile, timeScale: clock.timeScale },
    horizonTicks,
    deadlineMicros,
    limits,
    fault,
    healing,
    repair,
    versions,
  })}\n`;
}
