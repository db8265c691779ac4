import { componentVersions, DEFAULT_MODEL, kindOfModel, standInOptions, runEpisode } from '@quorum/agents';
import { TICKS_PER_SECOND, type EpisodeHeader, type EventLog, type QuorumEvent } from '@quorum/events';
import { withStandIn } from '../models/with-stand-in.js';
import { modelOf } from '../run/episode-models.js';
import { catalog } from '../system/catalog.js';
import { addCalls, NO_WORK, type ModelWork } from './model-work.js';

/** What the seats of an episode asked of their models. */
export interface StandInWork {
  /** In seat order. */
  readonly seats: readonly ModelWork[];
  /** Virtual time that thinking took, seconds. */
  readonly thinkingSeconds: number;
}

/** The same episode with the stand-in in place of every language model, which costs nothing. */
export function standInHeader(header: EpisodeHeader): EpisodeHeader {
  const team = header.team.map((seat) => {
    const model = modelOf(seat.options);
    if (model === null || kindOfModel(model) === 'stand-in') return seat;
    const options = { ...seat.options, model: DEFAULT_MODEL, modelOptions: standInOptions.parse({}) };
    return { ...seat, modelKind: 'stand-in' as const, options };
  });
  const played = { ...header, team };
  return { ...played, versions: componentVersions(played, catalog) };
}

/** Plays an episode of stand-ins, keeps no log, and counts what they are asked. */
export async function playStandIns(header: EpisodeHeader): Promise<StandInWork> {
  const seats = header.team.map(() => NO_WORK);
  let seq = 0;
  const log: EventLog = {
    append(draft, tick, time) {
      if (draft.type === 'model.called') {
        const { seat, inputTokens, outputTokens } = draft;
        seats[seat] = addCalls(seats[seat] ?? NO_WORK, { calls: 1, inputTokens, outputTokens });
      }
      return { ...draft, seq: seq++, tick, time } as QuorumEvent;
    },
  };
  const { ticks, timeMicros } = await runEpisode(header, { log, models: withStandIn(null), catalog });
  return { seats, thinkingSeconds: timeMicros / 1e6 - ticks / TICKS_PER_SECOND };
}
