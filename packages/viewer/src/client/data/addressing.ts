import { useEffect, useState } from 'preact/hooks';
import { addressingOf } from '../../model/addressing-track.js';
import type { EpisodeModel } from '../../model/episode-model.js';
import type { FrameTrack } from '../../model/frame-track.js';
import { teamPlaces } from '../../model/team-places.js';
import type { Addressing } from '../../protocol/protocol.js';
import { askAddressing } from './connect.js';
import { loadAddressing } from './replay.js';
import { link } from './state.js';

/** Who may address whom at a moment, asked of the server or of what was exported; null where it is not known. */
export function useAddressing(
  { path, model, frames }: { path: string; model: EpisodeModel; frames: FrameTrack },
  time: number,
  isAsked: boolean,
): Addressing | null {
  const [known, setKnown] = useState<{ readonly path: string; readonly addressing: Addressing | null }>();
  const from = link.value;
  useEffect(() => {
    if (!isAsked) return;
    const tell = (addressing: Addressing | null): void => setKnown({ path, addressing });
    if (from === 'static') void loadAddressing(path).then((changes) => tell(addressingOf(changes, time)));
    const places = from === 'connected' ? teamPlaces(model, frames, time) : null;
    if (places !== null) askAddressing(path, { time, places }, tell);
  }, [path, model, frames, time, isAsked, from]);
  return isAsked && known?.path === path ? known.addressing : null;
}
