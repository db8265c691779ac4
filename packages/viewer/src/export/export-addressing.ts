import { readFileSync } from 'node:fs';
import { addressingTrack, type AddressingChange } from '../model/addressing-track.js';
import { addPiece, emptyEpisode } from '../model/loaded-episode.js';
import type { Addressing, TeamMoment } from '../protocol/protocol.js';

/** Who may address whom in the course of a finished episode, for a page that has no server to ask. */
export function exportAddressing(
  files: { readonly events: string; readonly frames: string },
  ask: (moment: TeamMoment) => Addressing | null,
): AddressingChange[] {
  const whole = addPiece(emptyEpisode(''), {
    episode: '',
    number: 1,
    from: { events: 0, frames: 0 },
    events: readFileSync(files.events),
    frames: readFileSync(files.frames),
    complete: true,
  });
  if (whole === null || whole.model === null) return [];
  return addressingTrack(whole.model, whole.frames, ask);
}
